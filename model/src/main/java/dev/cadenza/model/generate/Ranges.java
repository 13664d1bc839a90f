package dev.cadenza.model.generate;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.checkpoint.Provenance;
import java.util.List;
import java.util.stream.IntStream;

/// The pitches that voices are given.
final class Ranges {

    /// Soprano, alto, tenor and bass of a choir.
    private static final List<PitchRange> CHOIR = List.of(new PitchRange(60, 81), new PitchRange(53, 74),
            new PitchRange(48, 69), new PitchRange(38, 64));
    /// What most people can sing, an octave up or down.
    private static final PitchRange SONG = new PitchRange(55, 81);
    private static final PitchRange ANY = new PitchRange(0, 127);

    private Ranges() {
    }

    /// The ranges of the training data or, where they are not known, usual ones.
    static List<PitchRange> of(Tokenizer tokenizer, Provenance provenance) {
        if (provenance.ranges().size() == tokenizer.voices()) {
            return provenance.ranges();
        }
        return switch (tokenizer.voices()) {
            case 1 -> List.of(SONG);
            case 4 -> CHOIR;
            default -> IntStream.range(0, tokenizer.voices()).mapToObj(place -> ANY).toList();
        };
    }

    /// Ranges widened to what is there already.
    static List<PitchRange> with(List<PitchRange> ranges, TokenSequence sequence, Tokenizer tokenizer) {
        List<PitchRange> there = PitchRange.perPlace(List.of(sequence), tokenizer);
        return IntStream.range(0, ranges.size()).mapToObj(place -> there.get(place).isEmpty() ? ranges.get(place)
                : new PitchRange(Math.min(ranges.get(place).lowest(), there.get(place).lowest()),
                        Math.max(ranges.get(place).highest(), there.get(place).highest()))).toList();
    }
}
