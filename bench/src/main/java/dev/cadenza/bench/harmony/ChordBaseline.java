package dev.cadenza.bench.harmony;

import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.harmony.ChordSpan;
import dev.cadenza.score.harmony.Slices;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Chords by templates, after Pardo and Birmingham, "Algorithms for chordal analysis" (2002), for each beat by itself.
///
/// A chord scores what sounds of its tones, less what sounds besides, less its tones that are missing; among equal ones the
/// root that sounds longest counts, then the order of their table. The lowest note is the bass.
final class ChordBaseline {

    /// In the order that they prefer; the kinds they know.
    private static final int[][] TEMPLATES = {{0, 4, 7}, {0, 4, 7, 10}, {0, 3, 7}, {0, 3, 6, 9}, {0, 3, 6, 10}, {0, 3, 6}};
    private static final ChordQuality[] KINDS = {ChordQuality.MAJOR,
        ChordQuality.DOMINANT_7, ChordQuality.MINOR,
        ChordQuality.DIMINISHED_7, ChordQuality.HALF_DIMINISHED,
        ChordQuality.DIMINISHED};

    private ChordBaseline() {
    }

    static List<ChordSpan> perBeat(Score score) {
        Slices slices = Slices.of(score, false);
        List<ChordSpan> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= slices.count(); i++) {
            if (i == slices.count() || slices.strength(i) > 0) {
                spans.add(new ChordSpan(from * slices.ticks(), i * slices.ticks(), best(slices, from, i), new Key(0, Mode.MAJOR)));
                from = i;
            }
        }
        return spans;
    }

    private static Chord best(Slices slices, int from, int to) {
        double[] sums = new double[12];
        int bass = -1;
        for (int slice = from; slice < to; slice++) {
            bass = bass < 0 ? slices.bass(slice) : bass;
            for (int i = 0; i < 12; i++) {
                sums[i] += slices.sounding(slice)[i];
            }
        }
        int best = 0;
        int bestKind = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int kind = 0; kind < TEMPLATES.length; kind++) {
            for (int root = 0; root < 12; root++) {
                double score = score(sums, root, TEMPLATES[kind]) + 1e-3 * sums[root] - 1e-6 * kind;
                if (score > most) {
                    most = score;
                    best = root;
                    bestKind = kind;
                }
            }
        }
        Chord chord = Chord.on(best, KINDS[bestKind]);
        return bass < 0 ? chord : new Chord(chord.root(), chord.quality(), Spelling.plain(bass));
    }

    private static double score(double[] sums, int root, int[] template) {
        Set<Integer> tones = new HashSet<>();
        int missing = 0;
        for (int tone : template) {
            tones.add((root + tone) % 12);
            missing += sums[(root + tone) % 12] > 0 ? 0 : 1;
        }
        double score = -missing;
        for (int i = 0; i < 12; i++) {
            score += tones.contains(i) ? sums[i] : -sums[i];
        }
        return score;
    }
}
