package dev.cadenza.bench.harmony;

import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import dev.cadenza.score.harmony.KeySpan;
import dev.cadenza.score.harmony.Slices;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;

/// Key finding as the literature does it, to compare with.
final class KeyBaselines {

    private KeyBaselines() {
    }

    /// How much each degree counts in a key.
    enum Profile {
        /// Krumhansl and Kessler (1982), used by Krumhansl and Schmuckler.
        KRUMHANSL(new double[] {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88},
                new double[] {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17}),
        /// Temperley, "The Cognition of Basic Musical Structures" (2001).
        TEMPERLEY(new double[] {5.0, 2.0, 3.5, 2.0, 4.5, 4.0, 2.0, 4.5, 2.0, 3.5, 1.5, 4.0},
                new double[] {5.0, 2.0, 3.5, 4.5, 2.0, 4.0, 2.0, 4.5, 3.5, 2.0, 1.5, 4.0}),
        /// Temperley, "Music and Probability" (2007), from the corpus of Kostka and Payne.
        KOSTKA_PAYNE(new double[] {0.748, 0.060, 0.488, 0.082, 0.670, 0.460, 0.096, 0.715, 0.104, 0.366, 0.057, 0.400},
                new double[] {0.712, 0.084, 0.474, 0.618, 0.049, 0.460, 0.105, 0.747, 0.404, 0.067, 0.133, 0.330});

        private final double[] major;
        private final double[] minor;

        Profile(double[] major, double[] minor) {
            this.major = major;
            this.minor = minor;
        }

        double at(int key, int pitchClass) {
            return (key < 12 ? major : minor)[Math.floorMod(pitchClass - key, 12)];
        }
    }

    /// Krumhansl and Schmuckler: the profile that correlates best with how long each pitch class sounds.
    static Key global(Score score, Profile profile) {
        Slices slices = Slices.of(score, false);
        return key(best(sums(slices, 0, slices.count()), profile));
    }

    /// The same in a window around each bar.
    ///
    /// @param reach bars before and behind it
    static List<KeySpan> windowed(Score score, Profile profile, int reach) {
        Slices slices = Slices.of(score, false);
        BarMap bars = BarMap.of(score);
        long count = bars.bars(score.end());
        List<KeySpan> spans = new ArrayList<>();
        for (long bar = 0; bar < count; bar++) {
            int from = (int) (bars.start(Math.max(0, bar - reach)) / slices.ticks());
            int to = (int) Math.min(slices.count(), bars.start(bar + reach + 1) / slices.ticks());
            spans.add(new KeySpan(bars.start(bar), bars.start(bar + 1), key(best(sums(slices, from, to), profile))));
        }
        return spans;
    }

    /// Temperley (2001): segments (here bars) in which a pitch class is there or not; the sum of the profile over those that
    /// are, and a penalty for each change of key.
    static List<KeySpan> segmented(Score score, Profile profile, double penalty) {
        Slices slices = Slices.of(score, false);
        BarMap bars = BarMap.of(score);
        int count = (int) bars.bars(score.end());
        double[] best = new double[24];
        int[][] before = new int[count][24];
        for (int bar = 0; bar < count; bar++) {
            double[] sums = sums(slices, (int) (bars.start(bar) / slices.ticks()), (int) Math.min(slices.count(), bars.start(bar + 1) / slices.ticks()));
            double[] next = new double[24];
            for (int key = 0; key < 24; key++) {
                int from = key;
                for (int other = 0; other < 24; other++) {
                    from = best[other] - (other == key ? 0 : penalty) > best[from] - (from == key ? 0 : penalty) ? other : from;
                }
                before[bar][key] = from;
                next[key] = best[from] - (from == key ? 0 : penalty);
                for (int pitch = 0; pitch < 12; pitch++) {
                    next[key] += sums[pitch] > 0 ? profile.at(key, pitch) : 0;
                }
            }
            best = next;
        }
        int key = 0;
        for (int other = 1; other < 24; other++) {
            key = best[other] > best[key] ? other : key;
        }
        List<KeySpan> spans = new ArrayList<>();
        for (int bar = count - 1; bar >= 0; bar--) {
            spans.addFirst(new KeySpan(bars.start(bar), bars.start(bar + 1), key(key)));
            key = before[bar][key];
        }
        return spans;
    }

    private static double[] sums(Slices slices, int from, int to) {
        double[] sums = new double[12];
        for (int slice = from; slice < to; slice++) {
            for (int i = 0; i < 12; i++) {
                sums[i] += slices.sounding(slice)[i];
            }
        }
        return sums;
    }

    private static int best(double[] sums, Profile profile) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int key = 0; key < 24; key++) {
            double r = correlation(sums, profile, key);
            if (r > most) {
                most = r;
                best = key;
            }
        }
        return best;
    }

    private static double correlation(double[] sums, Profile profile, int key) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < 12; i++) {
            x += sums[i] / 12;
            y += profile.at(key, i) / 12;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < 12; i++) {
            xx += (sums[i] - x) * (sums[i] - x);
            yy += (profile.at(key, i) - y) * (profile.at(key, i) - y);
            xy += (sums[i] - x) * (profile.at(key, i) - y);
        }
        return xx == 0 ? 0 : xy / Math.sqrt(xx * yy);
    }

    private static Key key(int number) {
        return Key.on(number % 12, number < 12 ? Mode.MAJOR : Mode.MINOR);
    }
}
