package dev.cadenza.bench.structure;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Ways to find bars that ours stands beside.
final class MetreBaselines {

    /// Moments a quarter note.
    private static final int GRID = 12;

    private static final List<Meter> METRES = List.of(new Meter(0, 2, 4), new Meter(0, 3, 4), new Meter(0, 4, 4),
            new Meter(0, 6, 8), new Meter(0, 3, 8), new Meter(0, 9, 8), new Meter(0, 12, 8));

    private MetreBaselines() {
    }

    /// What the file says.
    static MetreGuess claimed(Score score) {
        BarMap bars = BarMap.of(score);
        List<Long> downbeats = new ArrayList<>();
        boolean upbeat = bars.length(0) < bars.meter(0).barTicks(score.resolution());
        for (long bar = upbeat ? 1 : 0; bars.start(bar) < score.end() && bar < 200_000; bar++) {
            downbeats.add(bars.start(bar));
        }
        return new MetreGuess(bars.meter(0), downbeats);
    }

    static MetreGuess commonTime(Score score) {
        return MetreGuess.steady(Meter.common(), 0, score);
    }

    /// Brown, "Determination of the meter of musical scores by autocorrelation" (1993): notes weigh by their length; the bar is
    /// the first of the usual lengths at which the autocorrelation is highest; bars begin where most weight lies.
    static MetreGuess autocorrelation(Score score) {
        double[] weights = weights(score);
        Meter best = Meter.common();
        double most = -1;
        for (Meter metre : List.of(new Meter(0, 2, 4), new Meter(0, 3, 4), new Meter(0, 4, 4), new Meter(0, 9, 8))) {
            int lag = bar(metre);
            double sum = 0;
            for (int i = 0; i + lag < weights.length; i++) {
                sum += weights[i] * weights[i + lag];
            }
            sum /= Math.max(1, weights.length - lag);
            if (sum > most) {
                most = sum;
                best = metre;
            }
        }
        return MetreGuess.steady(best, heaviest(weights, bar(best)) * (long) score.resolution() / GRID, score);
    }

    private static int heaviest(double[] weights, int bar) {
        double[] folded = new double[bar];
        int best = 0;
        for (int i = 0; i < weights.length; i++) {
            folded[i % bar] += weights[i];
        }
        for (int i = 1; i < bar; i++) {
            best = folded[i] > folded[best] ? i : best;
        }
        return best;
    }

    private static int bar(Meter metre) {
        return 4 * GRID * metre.numerator() / metre.denominator();
    }

    private static double[] weights(Score score) {
        double[] weights = new double[(int) Math.min(2_000_000, score.end() * GRID / score.resolution() + 2)];
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                int at = slot(note, score.resolution());
                if (at < weights.length) {
                    weights[at] += (double) note.duration() / score.resolution();
                }
            }
        }
        return weights;
    }

    private static int slot(Note note, int resolution) {
        return (int) Math.min(Integer.MAX_VALUE, (note.onset() * 2 * GRID + resolution) / (2L * resolution));
    }

    /// Template matching: how the onsets of a bar spread over its places is correlated with the mean of each metre, learnt for
    /// each on the tuning half (after Palmer and Krumhansl, "Mental representations for musical meter", 1990).
    static final class Templates {

        private final double[][] onset = new double[METRES.size()][];

        Templates(List<Barred> pieces) {
            for (int m = 0; m < METRES.size(); m++) {
                onset[m] = new double[bar(METRES.get(m))];
                for (Barred piece : pieces) {
                    if (Metres.same(piece.usual(), METRES.get(m))) {
                        double[] folded = folded(piece.score(), onset[m].length);
                        double sum = Arrays.stream(folded).sum();
                        int phase = (int) (piece.phase() * GRID / piece.score().resolution());
                        for (int i = 0; i < folded.length; i++) {
                            onset[m][Math.floorMod(i - phase, folded.length)] += folded[i] / sum;
                        }
                    }
                }
            }
        }

        MetreGuess guess(Score score) {
            double most = -2;
            Meter best = Meter.common();
            int at = 0;
            for (int m = 0; m < METRES.size(); m++) {
                double[] folded = folded(score, onset[m].length);
                for (int phase = 0; phase < folded.length; phase += GRID / 4) {
                    double r = correlation(folded, onset[m], phase);
                    if (r > most) {
                        most = r;
                        best = METRES.get(m);
                        at = phase;
                    }
                }
            }
            return MetreGuess.steady(best, (long) at * score.resolution() / GRID, score);
        }

        private static double correlation(double[] x, double[] y, int phase) {
            double meanX = Arrays.stream(x).average().orElse(0);
            double meanY = Arrays.stream(y).average().orElse(0);
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int i = 0; i < x.length; i++) {
                double dx = x[i] - meanX;
                double dy = y[Math.floorMod(i - phase, x.length)] - meanY;
                xx += dx * dx;
                yy += dy * dy;
                xy += dx * dy;
            }
            return xx * yy == 0 ? -1 : xy / Math.sqrt(xx * yy);
        }

        private static double[] folded(Score score, int bar) {
            double[] folded = new double[bar];
            for (Part part : score.parts()) {
                for (Note note : part.notes()) {
                    folded[slot(note, score.resolution()) % bar]++;
                }
            }
            return folded;
        }
    }
}
