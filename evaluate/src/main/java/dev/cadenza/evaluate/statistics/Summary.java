package dev.cadenza.evaluate.statistics;

import java.util.Arrays;

/// A sample in a few numbers. All but `n` are NaN where nothing was measured.
///
/// @param n how many numbers; NaN and infinity do not count
/// @param spread standard deviation, with n - 1 below; 0 for a single number
/// @param low the 5 % quantile; quantiles lie between neighbours as Hyndman and Fan's type 7 has them
/// @param lowerQuartile the 25 % quantile
/// @param upperQuartile the 75 % quantile
/// @param high the 95 % quantile
public record Summary(int n, double mean, double spread, double low, double lowerQuartile, double median, double upperQuartile,
        double high) {

    /// Summarises.
    public static Summary of(double[] values) {
        double[] sorted = finite(values);
        Arrays.sort(sorted);
        double mean = mean(sorted);
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        double spread = sorted.length == 0 ? Double.NaN : Math.sqrt(squares / Math.max(1, sorted.length - 1));
        return new Summary(sorted.length, mean, spread, quantile(sorted, 0.05), quantile(sorted, 0.25), quantile(sorted, 0.5),
                quantile(sorted, 0.75), quantile(sorted, 0.95));
    }

    /// The numbers among these that are neither NaN nor infinite, in their order.
    public static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    /// Their mean; NaN for none.
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /// @param sorted from the lowest
    /// @param share 0..1
    static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
