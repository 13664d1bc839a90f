package dev.cadenza.model.generate;

import dev.cadenza.corpus.Fermatas;
import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.model.Gibbs;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Voices for those that are given.
record Harmonization(Gibbs model, GenerationRequest.Harmonize request) implements GibbsTask {

    private static final List<String> NAMES = List.of("Soprano", "Alto", "Tenor", "Bass");
    private static final int VELOCITY = 72;

    private GivenVoices given() {
        return new GivenVoices(request.given(), model.tokenizer(), "MELODY");
    }

    @Override
    public Frame frame(RandomGenerator random) {
        SatbTokenizer tokenizer = model.tokenizer();
        GivenVoices given = given();
        int voices = tokenizer.width();
        int steps = given.steps();
        int[] symbols = new int[steps * voices];
        Arrays.fill(symbols, VoiceGrid.UNKNOWN);
        request.voices().forEach((voice, part) -> given.write(request.given().parts().get(part), voice, symbols));
        KeySignature key = request.key().orElseGet(() -> Primers.home(request.given()));
        int[][] context = given.told(steps, request.key(), model.provenance());
        BitSet free = new BitSet();
        // Where all that is given is silent, the rest is silent, too: before the music begins, and in its rests.
        GridDraft draft = new GridDraft(tokenizer, new VoiceGrid(voices, symbols, context));
        boolean silentBefore = false;
        for (int step = 0; step < steps; step++) {
            int at = step;
            boolean silent = request.voices().keySet().stream().allMatch(voice -> draft.pitch(at, voice) == GridDraft.SILENCE);
            for (int voice = 0; voice < voices; voice++) {
                if (request.voices().containsKey(voice)) {
                    continue;
                }
                if (silent) {
                    symbols[step * voices + voice] = silentBefore ? VoiceGrid.HOLD : VoiceGrid.REST;
                } else {
                    free.set(step * voices + voice);
                }
            }
            silentBefore = silent;
        }
        if (free.isEmpty()) {
            throw new RequestException("MELODY", "NO_NOTES", "there are no notes to harmonize.", "Name a part that has some with --part.");
        }
        VoiceGrid start = new VoiceGrid(voices, symbols, context);
        Set<String> notices = new LinkedHashSet<>();
        List<String> others = IntStream.range(0, request.given().parts().size()).filter(part -> !request.voices().containsValue(part))
                .mapToObj(part -> request.given().parts().get(part)).filter(part -> !part.notes().isEmpty()).map(Part::name).toList();
        if (!others.isEmpty()) {
            notices.add("Parts that are not given are left out: " + String.join(", ", others) + ".");
        }
        given.checkMany(free, "Give it a shorter piece; cadenza fill makes some bars of one.");
        int end = draft.steps();
        while (end > 0 && !sounds(draft, end - 1)) {
            end--;
        }
        int last = lastChord(start, end);
        int counted = given.counted(0);
        Meter meter = Primers.lastMeter(request.given());
        GivenLimits.checkCadence(model, request.constraints(), start, key, meter, last, end);
        boolean home = request.constraints().closesAt(Optional.of(key), Math.max(0, last - counted) / (double) tokenizer.stepsPerQuarter());
        boolean closes = home && GibbsMaker.mayClose(model, start, key, last, end);
        if (home && !closes) {
            notices.add("The given notes do not end on the tonic, so the harmony is left open there.");
        }
        List<PitchRange> ranges = Ranges.of(tokenizer, model.provenance());
        if (request.constraints().keepToRange()) {
            request.voices().keySet().forEach(voice -> outOfRange(draft, voice, ranges.get(voice)).ifPresent(notices::add));
        }
        notices.addAll(given.changing(request.constraints(), 0, request.given().end()));
        return new Frame(start, free, new BitSet(), counted, meter, Optional.of(key), ranges, last, closes ? Optional.of(last) : Optional.empty(),
                notices);
    }

    /// What is said where a given voice is mostly higher or lower than such voices are.
    private static Optional<String> outOfRange(GridDraft draft, int voice, PitchRange range) {
        int[] sounding = IntStream.range(0, draft.steps()).map(step -> draft.pitch(step, voice)).filter(pitch -> pitch >= 0).toArray();
        long outside = Arrays.stream(sounding).filter(pitch -> !range.contains(pitch)).count();
        return 2 * outside <= sounding.length ? Optional.empty() : Optional.of("The given " + NAMES.get(voice).toLowerCase(Locale.ROOT)
                + " lies mostly outside of where the model knows it, " + Pitch.of(range.lowest()) + " to " + Pitch.of(range.highest())
                + ". It stays as it is; another --voice, or another octave, may suit it better.");
    }

    /// The step at which the last note of the given voices begins.
    ///
    /// @param end behind the last step at which they sound
    private int lastChord(VoiceGrid start, int end) {
        int last = 0;
        for (int voice : request.voices().keySet()) {
            for (int step = 0; step < end; step++) {
                last = start.symbol(step, voice) != VoiceGrid.HOLD ? Math.max(last, step) : last;
            }
        }
        return last;
    }

    private boolean sounds(GridDraft draft, int step) {
        return request.voices().keySet().stream().anyMatch(voice -> draft.pitch(step, voice) >= 0);
    }

    @Override
    public IntFunction<KeySignature> keys(Frame frame) {
        return given().keys(request.key());
    }

    /// The given parts as they are, with the new ones in their places; all voices pause together.
    @Override
    public GridTask.Result result(Frame frame, VoiceGrid grid) {
        Score score = request.given();
        GivenVoices given = given();
        Instrument instrument = score.parts().get(request.voices().get(request.voices().firstKey())).instrument();
        long[] pauses = Fermatas.of(score);
        List<Part> parts = new ArrayList<>();
        for (int voice = 0; voice < grid.voices(); voice++) {
            Integer part = request.voices().get(voice);
            if (part != null) {
                parts.add(score.parts().get(part));
            } else {
                List<Note> notes = given.notes(grid, voice, 0, grid.steps(), VELOCITY, keys(frame));
                parts.add(Fermatas.marked(new Part(NAMES.get(voice), instrument, notes), pauses));
            }
        }
        return new GridTask.Result(score.withParts(parts), Optional.empty());
    }
}
