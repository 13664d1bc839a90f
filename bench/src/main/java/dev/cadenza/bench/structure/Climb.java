package dev.cadenza.bench.structure;

import java.util.function.ToDoubleFunction;

/// Looks for numbers that make a value large, one number at a time.
final class Climb {

    private Climb() {
    }

    /// @param rounds how often every number is tried; steps get smaller from round to round
    static double[] climb(double[] start, int rounds, ToDoubleFunction<double[]> value) {
        double[] best = start.clone();
        double most = value.applyAsDouble(best);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < best.length; i++) {
                double size = Math.max(0.3, Math.abs(best[i])) / (round + 1);
                for (double move : new double[] {-1, -0.4, 0.4, 1}) {
                    double[] other = best.clone();
                    other[i] = best[i] + move * size;
                    double reached = value.applyAsDouble(other);
                    if (reached > most) {
                        most = reached;
                        best = other;
                    }
                }
            }
            System.err.printf("round %d: %.4f%n", round + 1, most);
        }
        return best;
    }
}
