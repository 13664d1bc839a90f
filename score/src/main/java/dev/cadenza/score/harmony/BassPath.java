package dev.cadenza.score.harmony;

import dev.cadenza.score.theory.ChordQuality;
import java.util.List;

/// Finds which tone of each chord lies lowest: the one that does so for most of the time, changing on beats rather than between.
final class BassPath {

    /// What it costs to change the lowest tone within a chord, by the strength of the beat.
    private static final double[] CHANGE = {3.5, 1.6, 1.2, 0.8};

    /// What it costs when another note lies lowest for a slice.
    private static final double OTHER = 1;

    private BassPath() {
    }

    /// @return a pitch class for each slice, a tone of its chord
    static int[] of(Slices slices, int[] chords) {
        int[] basses = new int[chords.length];
        int from = 0;
        for (int i = 1; i <= chords.length; i++) {
            if (i == chords.length || chords[i] != chords[from]) {
                within(slices, chords[from], from, i, basses);
                from = i;
            }
        }
        return basses;
    }

    private static void within(Slices slices, int chord, int from, int to, int[] basses) {
        ChordQuality quality = ChordKinds.KINDS.get(ChordKinds.kind(chord));
        List<Integer> tones = quality.intervals().stream().map(tone -> (tone + ChordKinds.root(chord)) % 12).toList();
        int size = tones.size();
        double[][] cost = new double[to - from][size];
        int[][] before = new int[to - from][size];
        for (int i = from; i < to; i++) {
            for (int tone = 0; tone < size; tone++) {
                int best = tone;
                if (i > from) {
                    double changed = CHANGE[slices.strength(i)];
                    for (int other = 0; other < size; other++) {
                        if (cost[i - from - 1][other] + (other == tone ? 0 : changed) < cost[i - from - 1][best] + (best == tone ? 0 : changed)) {
                            best = other;
                        }
                    }
                    cost[i - from][tone] = cost[i - from - 1][best] + (best == tone ? 0 : changed);
                }
                before[i - from][tone] = best;
                int bass = slices.bass(i);
                cost[i - from][tone] += bass < 0 || bass == tones.get(tone) ? tone * 1e-6 : OTHER;
            }
        }
        int tone = 0;
        for (int other = 1; other < size; other++) {
            tone = cost[to - from - 1][other] < cost[to - from - 1][tone] ? other : tone;
        }
        for (int i = to - 1; i >= from; i--) {
            basses[i] = tones.get(tone);
            tone = before[i - from][tone];
        }
    }
}
