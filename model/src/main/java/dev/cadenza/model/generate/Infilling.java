package dev.cadenza.model.generate;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            }
        }
        if (voices.size() != model.tokenizer().width()) {
            throw new RequestException("FILE", "NOT_FOUR_VOICES", "the music has " + voices.size() + " parts with notes, not "
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
        KeySignature key = request.key().orElseGet(given::key);
        int[][] context = given.told(steps, key, model.provenance());
        BarMap bars = BarMap.of(score);
        BitSet free = free(given, parts, bars, steps);
        if (free.isEmpty()) {
            throw new RequestException("--bars", "NOTHING_TO_FILL", "the music has no such bars; it has " + bars.bars(score.end()) + ".",
                    "Name bars that it has.");
        }
        GridDraft before = new GridDraft(tokenizer, new VoiceGrid(voices, symbols, context));
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
        return new Frame(start, free, silent, Primers.lastMeter(score), Optional.of(key), Ranges.of(tokenizer, model.provenance()),
                closed(before, start, free, key), notices(free, parts, bars));
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
                long tick = (long) step * request.score().resolution() / model.tokenizer().stepsPerQuarter();
                if (request.region().holdsPart(part) && request.region().holdsBar((int) bars.bar(tick) + 1)) {
                    free.set(step * voices + voice);
                }
            }
            for (Note note : request.score().parts().get(part).notes()) {
                if (!remade(note, part, bars)) {
                    long from = given.steps(note.onset());
                    for (long step = from; step < Math.min(steps, Math.max(from + 1, given.steps(note.end()))); step++) {
                        free.clear((int) step * voices + voice);
                    }
                }
            }
        }
        return free;
    }

    /// Where the region holds the last chord, and it was the tonic's: it is so again.
    private Optional<Integer> closed(GridDraft before, VoiceGrid start, BitSet free, KeySignature key) {
        int last = before.steps() - 1;
        while (last > 0 && start.symbols()[last * before.voices()] == VoiceGrid.UNKNOWN && allHold(before, last)) {
            last--;
        }
        boolean inside = free.get(last * before.voices() + before.voices() - 1);
        int bass = before.pitch(last, before.voices() - 1);
        boolean home = bass >= 0 && bass % 12 == key.tonic();
        return request.constraints().cadence() && inside && home && GibbsMaker.mayClose(model, start, key, last, before.steps()) ? Optional.of(last)
                : Optional.empty();
    }

    private static boolean allHold(GridDraft draft, int step) {
        for (int voice = 0; voice < draft.voices(); voice++) {
            if (draft.symbol(step, voice) != VoiceGrid.HOLD) {
                return false;
            }
        }
        return true;
    }

    private Set<String> notices(BitSet free, List<Integer> parts, BarMap bars) {
        Set<String> notices = new LinkedHashSet<>();
        boolean reaching = parts.stream().filter(request.region()::holdsPart).flatMap(part -> request.score().parts().get(part).notes().stream()
                .filter(note -> !remade(note, part, bars) && touches(note, bars))).findAny().isPresent();
        if (reaching) {
            notices.add("Notes that reach into the region or out of it stay as they are.");
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
            List<Note> notes = new ArrayList<>(part.notes().stream().filter(note -> !remade(note, number, bars)).toList());
            int velocity = (int) Math.round(part.notes().stream().mapToInt(Note::velocity).average().orElse(VELOCITY));
            for (Note note : given().notes(grid, voice, 0, grid.steps(), Math.clamp(velocity, 1, 127), Key.of(frame.key().orElseThrow()))) {
                if (frame.free().get((int) given().steps(note.onset()) * grid.voices() + voice)) {
                    notes.add(note);
                }
            }
            notes.sort(Note.ORDER);
            parts.set(number, part.withNotes(notes));
        }
        return new GridTask.Result(score.withParts(parts), Optional.empty());
    }
}
