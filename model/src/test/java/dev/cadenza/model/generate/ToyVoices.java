package dev.cadenza.model.generate;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.model.Gibbs;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.ModelSpec.DeepBach.Reading;
import dev.cadenza.model.Models;
import dev.cadenza.model.Toys;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Voices that are given to a model which has learnt nothing: what holds of what it makes is what is made certain.
final class ToyVoices {

    static final int QUARTER = 480;
    static final Gibbs MODEL = (Gibbs) Models.of(Toys.checkpoint(new ModelSpec.DeepBach(Reading.NEIGHBOURS, 8, 8, 1, 8, 0), SatbTokenizer.SIXTEENTHS, 1, 0.25));
    static final KeySignature G = new KeySignature(0, 1, Mode.MAJOR);

    private ToyVoices() {
    }

    static Score score(List<Meter> meters, List<Part> parts) {
        return new Score(QUARTER, List.of(), meters, List.of(G), List.of(), List.of(), parts, Metadata.NONE);
    }

    /// Notes of one length after one another.
    static Part part(String name, long start, long duration, int... pitches) {
        return new Part(name, Instrument.PIANO, IntStream.range(0, pitches.length)
                .mapToObj(i -> new Note(start + i * duration, duration, Pitch.of(pitches[i]), 70)).toList());
    }

    /// Four voices that move together in quarter notes.
    static Score four(List<Meter> meters, int... soprano) {
        List<Part> parts = new ArrayList<>();
        int[] lower = {0, 5, 12, 24};
        for (int voice = 0; voice < 4; voice++) {
            int down = lower[voice];
            parts.add(part("Voice " + (voice + 1), 0, QUARTER, IntStream.of(soprano).map(pitch -> pitch - down).toArray()));
        }
        return score(meters, parts);
    }

    static Take harmonized(Score given, Constraints constraints) {
        return harmonized(given, Map.of(0, 0), Optional.of(G), constraints);
    }

    static Take harmonized(Score given, Map<Integer, Integer> voices, Optional<KeySignature> key, Constraints constraints) {
        return Composer.compose(MODEL, new GenerationRequest.Harmonize(given, new TreeMap<>(voices), key, SamplerSettings.usual(), constraints, 1, 1), 1)
                .getFirst();
    }

    /// @param bars as `2-3`; empty for all
    static Take filled(Score given, String bars, List<Integer> parts, Constraints constraints) {
        BitSet chosen = new BitSet();
        parts.forEach(chosen::set);
        Region region = new Region(bars.isEmpty() ? new BitSet() : Region.bars("--bars", bars), chosen);
        return Composer.compose(MODEL, new GenerationRequest.Infill(given, region, Optional.of(G), SamplerSettings.usual(), constraints, 1, 1), 1).getFirst();
    }

    /// What sounds in each part at a tick, -1 for nothing.
    static List<Integer> chord(Score score, long tick) {
        return score.parts().stream().map(part -> part.notes().stream().filter(note -> note.onset() <= tick && tick < note.end()).findFirst()
                .map(note -> note.pitch().midi()).orElse(-1)).toList();
    }
}
