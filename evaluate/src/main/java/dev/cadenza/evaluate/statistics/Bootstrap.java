package dev.cadenza.evaluate.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;

/// Percentile intervals from samples that are drawn again (Efron 1979).
///
/// @param rounds how often; 1,000 is usual
public record Bootstrap(int rounds) {

    /// A thousand rounds.
    public static final Bootstrap USUAL = new Bootstrap(1000);

    private static final double TAIL = 0.025;

    /// Where the mean lies.
    ///
    /// @param sample numbers without NaN; both ends are NaN where there are none
    public Interval mean(double[] sample, RandomGenerator random) {
        return of(sample, sample, (drawn, same) -> Summary.mean(drawn), random);
    }

    /// Where a number about two samples lies; each is drawn again for itself.
    ///
    /// @param statistic of numbers in any order; rounds in which it is not finite do not count
    public Interval of(double[] one, double[] other, ToDoubleBiFunction<double[], double[]> statistic, RandomGenerator random) {
        if (one.length == 0 || other.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double[] values = new double[rounds];
        double[] first = new double[one.length];
        double[] second = new double[other.length];
        for (int i = 0; i < rounds; i++) {
            draw(one, first, random);
            draw(other, second, random);
            values[i] = statistic.applyAsDouble(first, second);
        }
        double[] sorted = Summary.finite(values);
        Arrays.sort(sorted);
        return new Interval(Summary.quantile(sorted, TAIL), Summary.quantile(sorted, 1 - TAIL));
    }

    private static void draw(double[] from, double[] into, RandomGenerator random) {
        for (int i = 0; i < into.length; i++) {
            into[i] = from[random.nextInt(from.length)];
        }
    }
}
