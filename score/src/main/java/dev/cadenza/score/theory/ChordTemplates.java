package dev.cadenza.score.theory;

import dev.cadenza.score.Spelling;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Names the chord that notes are, by comparing them with every chord there is.
final class ChordTemplates {

    /// How far notes may be from a chord and still be named after it: a missing fifth counts 1, a note too many 2.
    private static final int FAR = 3;

    /// Chords of more tones cannot lack one.
    private static final int LARGE = 5;

    private ChordTemplates() {
    }

    private record Fit(int root, ChordQuality quality, int missing, int extra) {

        static Fit of(int root, ChordQuality quality, Set<Integer> sounding) {
            int there = (int) quality.intervals().stream().filter(tone -> sounding.contains((root + tone) % 12)).count();
            return new Fit(root, quality, quality.intervals().size() - there, sounding.size() - there);
        }

        int cost() {
            return missing + 2 * extra;
        }

        boolean isClose(Set<Integer> sounding) {
            boolean third = quality.intervals().contains(3) || quality.intervals().contains(4);
            boolean fifthMissing = quality.intervals().contains(7) && !sounding.contains((root + 7) % 12);
            boolean small = quality.intervals().size() <= LARGE;
            return (missing == 0 || missing == 1 && third && fifthMissing && small)
                    && cost() <= FAR && sounding.size() - extra >= 3 * extra;
        }
    }

    static Optional<Chord> closest(Set<Integer> sounding, int bass) {
        if (sounding.size() < 2) {
            return Optional.empty();
        }
        return sounding.stream()
                .flatMap(root -> Stream.of(ChordQuality.values()).map(quality -> Fit.of(root, quality, sounding)))
                .filter(fit -> fit.isClose(sounding))
                .min(Comparator.comparingInt(Fit::cost).thenComparingInt(fit -> fit.root == bass ? 0 : 1)
                        .thenComparing(Fit::quality).thenComparingInt(Fit::root))
                .map(fit -> new Chord(Spelling.plain(fit.root), fit.quality, Spelling.plain(bass)));
    }
}
