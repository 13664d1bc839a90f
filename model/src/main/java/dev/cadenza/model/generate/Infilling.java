package dev.cadenza.model.generate;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;

/// A region of four voices made anew.
record Infilling(Gibbs model, GenerationRequest.Infill request) implements GibbsTask {

    private static final int VELOCITY = 72;

    private GivenVoices given() {
        return new GivenVoices(request.score(), model.tokenizer(), "FILE");
    }

    /// Numbers of the parts that are voices, from the top.
    private List<Integer> voices() {
        List<Integer> voices = new ArrayList<>();
        for (int part = 0; part < request.score().parts().size(); part++) {
            Part one = request.score().parts().get(part);
            if (!one.instrument().drums() && !one.notes().isEmpty()) {
                voices.add(part);
            } else if (request.region().parts().get(part)) {
                throw new RequestException("--parts", "NO_VOICE", (one.name().isBlank() ? "part " + (part + 1) : "the part '" + one.name() + "'")
                        + (one.instrument().drums() ? " is for drums" : " has no notes") + "; it is none of the four voices.", "Name others.");
            }
        }
        if (voices.size() != model.tokenizer().width()) {
            throw new RequestException("FILE", "NOT_FOUR_VOICES", "the music has " + voices.size() + (voices.size() == 1 ? " part" : " parts") + " with notes, not "
                    + model.tokenizer().width() + ".", "Give each of the four voices a part of its own; cadenza harmonize adds voices to a melody.");
        }
        return voices;
    }

    /// Whether a note of a voice is made anew: all of it lies in bars of the region.
    private boolean remade(Note note, int part, BarMap bars) {
        if (!request.region().holdsPart(part)) {
            return false;
        }
        for (long bar = bars.bar(note.onset()); bar <= bars.bar(Math.max(note.onset(), note.end() - 1)); bar++) {
            if (!request.region().holdsBar((int) Math.min(Integer.MAX_VALUE, bar + 1))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Frame frame(RandomGenerator random) {
        SatbTokenizer tokenizer = model.tokenizer();
        GivenVoices given = given();
        Score score = request.score();
        List<Integer> parts = voices();
        int voices = tokenizer.width();
        int steps = given.steps();
        int[] symbols = new int[steps * voices];
        for (int voice = 0; voice < voices; voice++) {
            given.write(score.parts().get(parts.get(voice)), voice, symbols);
        }
        int[][] context = given.told(steps, request.key(), model.provenance());
        BarMap bars = BarMap.of(score);
        BitSet free = free(given, parts, bars, steps);
        given.checkMany(free, "Name fewer bars with --bars, or fewer --parts.");
        GridDraft before = new GridDraft(tokenizer, new VoiceGrid(voices, symbols, context));
        // What is silent behind the last note stays so, or the music would not end where it did.
        for (int step = steps - 1; step > 0 && allSilent(before, step); step--) {
            free.clear(step * voices, (step + 1) * voices);
        }
        if (free.isEmpty()) {
            throw nothing(bars);
        }
        BitSet silent = new BitSet();
        free.stream().filter(cell -> allSilent(before, cell / voices)).forEach(silent::set);
        // Silence that goes on behind the region begins there anew, or it would become part of what is made.
        for (int cell = voices; cell < symbols.length; cell++) {
            if (!free.get(cell) && free.get(cell - voices) && symbols[cell] == VoiceGrid.HOLD) {
                symbols[cell] = VoiceGrid.REST;
            }
        }
        free.stream().forEach(cell -> symbols[cell] = VoiceGrid.UNKNOWN);
        VoiceGrid start = new VoiceGrid(voices, symbols, context);
        long bar = bars.bar(firstTick(free));
        int counted = given.counted(bar);
        int end = (free.length() + voices - 1) / voices;
        int last = lastChord(before, end);
        KeySignature key = given.keys(request.key()).apply(last);
        Meter meter = Primers.meterAt(score, tick(last));
        GivenLimits.checkCadence(model, request.constraints(), start, key, meter, last, end);
        boolean closes = closes(before, free, end, last, key, counted) && GibbsMaker.mayClose(model, start, key, last, end);
        Set<String> notices = notices(parts, bars);
        notices.addAll(given.changing(request.constraints(), bar, tick(end)));
        return new Frame(start, free, silent, counted, meter, Optional.of(key), Ranges.of(tokenizer, model.provenance()), last,
                closes ? Optional.of(last) : Optional.empty(), notices);
    }

    /// The tick at which the first free cell lies.
    private long firstTick(BitSet free) {
        return tick(free.nextSetBit(0) / model.tokenizer().width());
    }

    private long tick(int step) {
        return (long) step * request.score().resolution() / model.tokenizer().stepsPerQuarter();
    }

    private RequestException nothing(BarMap bars) {
        long last = bars.bars(request.score().end());
        int first = request.region().bars().nextSetBit(0);
        return first > last
                ? new RequestException("--bars", "NOTHING_TO_FILL", "the music has no such bars; it has " + last + ".", "Name bars that it has.")
                : new RequestException("--bars", "NOTHING_TO_FILL", "all notes of these bars reach into them or out of them, and such notes stay.",
                        "Name the bars beside them, too.");
    }

    private static boolean allSilent(GridDraft draft, int step) {
        for (int voice = 0; voice < draft.voices(); voice++) {
            if (draft.pitch(step, voice) >= 0) {
                return false;
            }
        }
        return true;
    }

    /// Cells of the region that no note reaches into from outside, and none of it out of.
    private BitSet free(GivenVoices given, List<Integer> parts, BarMap bars, int steps) {
        int voices = parts.size();
        BitSet free = new BitSet();
        for (int voice = 0; voice < voices; voice++) {
            int part = parts.get(voice);
            for (int step = 0; step < steps; step++) {
                if (request.region().holdsPart(part) && request.region().holdsBar((int) bars.bar(tick(step)) + 1)) {
                    free.set(step * voices + voice);
                }
            }
            for (Note note : request.score().parts().get(part).notes()) {
                if (!remade(note, part, bars)) {
                    long from = given.first(note);
                    for (long step = from; step < Math.min(steps, Math.max(from + 1, given.steps(note.end()))); step++) {
                        free.clear((int) step * voices + voice);
                    }
                }
            }
        }
        return free;
    }

    /// The step at which the last chord of the region began.
    ///
    /// @param end behind the last step of the region
    private static int lastChord(GridDraft before, int end) {
        int last = end - 1;
        while (last > 0 && allHold(before, last)) {
            last--;
        }
        return last;
    }

    /// Whether the region holds the last chord of the music, and it was the tonic's: it is so again.
    private boolean closes(GridDraft before, BitSet free, int end, int last, KeySignature key, int counted) {
        int bass = before.pitch(last, before.voices() - 1);
        return (end == before.steps() || allSilent(before, end)) && free.get(last * before.voices() + before.voices() - 1)
                && bass >= 0 && bass % 12 == key.tonic()
                && request.constraints().closesAt(Optional.of(key), Math.max(0, last - counted) / (double) model.tokenizer().stepsPerQuarter());
    }

    private static boolean allHold(GridDraft draft, int step) {
        for (int voice = 0; voice < draft.voices(); voice++) {
            if (draft.symbol(step, voice) != VoiceGrid.HOLD) {
                return false;
            }
        }
        return true;
    }

    private Set<String> notices(List<Integer> parts, BarMap bars) {
        Set<String> notices = new LinkedHashSet<>();
        boolean reaching = parts.stream().filter(request.region()::holdsPart).flatMap(part -> request.score().parts().get(part).notes().stream()
                .filter(note -> !remade(note, part, bars) && touches(note, bars))).findAny().isPresent();
        if (reaching) {
            notices.add("Notes that reach into the region or out of it stay as they are.");
        }
        if (request.region().bars().length() > bars.bars(request.score().end()) + 1) {
            notices.add("The music has " + bars.bars(request.score().end()) + " bars; of those beyond there is nothing to make anew.");
        }
        return notices;
    }

    private boolean touches(Note note, BarMap bars) {
        for (long bar = bars.bar(note.onset()); bar <= bars.bar(Math.max(note.onset(), note.end() - 1)); bar++) {
            if (request.region().holdsBar((int) bar + 1)) {
                return true;
            }
        }
        return false;
    }

    /// The score with the notes of the region exchanged.
    @Override
    public GridTask.Result result(Frame frame, VoiceGrid grid) {
        Score score = request.score();
        BarMap bars = BarMap.of(score);
        List<Integer> voices = voices();
        List<Part> parts = new ArrayList<>(score.parts());
        for (int voice = 0; voice < voices.size(); voice++) {
            int number = voices.get(voice);
            Part part = parts.get(number);
            if (!request.region().holdsPart(number)) {
                continue;
            }
            List<Note> kept = part.notes().stream().filter(note -> !remade(note, number, bars)).toList();
            List<Note> fresh = new ArrayList<>();
            int velocity = (int) Math.round(part.notes().stream().mapToInt(Note::velocity).average().orElse(VELOCITY));
            for (Note note : given().notes(grid, voice, 0, grid.steps(), Math.clamp(velocity, 1, 127), keys(frame))) {
                if (frame.free().get((int) given().steps(note.onset()) * grid.voices() + voice)) {
                    between(kept, note).ifPresent(fresh::add);
                }
            }
            parts.set(number, Exchange.of(part, note -> remade(note, number, bars), fresh));
        }
        return new GridTask.Result(score.withParts(parts), Optional.empty());
    }

    @Override
    public IntFunction<KeySignature> keys(Frame frame) {
        return given().keys(request.key());
    }

    /// A new note as far as the notes beside it, which need not lie on the grid, leave it time.
    private static Optional<Note> between(List<Note> kept, Note note) {
        long from = note.onset();
        long to = note.end();
        for (Note other : kept) {
            if (other.onset() <= from) {
                from = Math.max(from, other.end());
            } else {
                to = Math.min(to, other.onset());
            }
        }
        return from < to ? Optional.of(new Note(from, to - from, note.pitch(), note.velocity())) : Optional.empty();
    }
}
