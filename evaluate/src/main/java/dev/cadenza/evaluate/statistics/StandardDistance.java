package dev.cadenza.evaluate.statistics;

import java.util.random.RandomGenerator;

/// How far the mean of one sample lies from that of another, in standard deviations (Cohen's d, with the root of the mean of both
/// variances).
///
/// @param value above 0 where the first sample is higher; infinite where both samples are constant and differ; NaN where one
///              has no numbers
public record StandardDistance(double value, Interval interval) {

    /// Measures.
    public static StandardDistance of(double[] one, double[] other, Bootstrap bootstrap, RandomGenerator random) {
        double[] first = Summary.finite(one);
        double[] second = Summary.finite(other);
        double value = distance(first, second);
        if (!Double.isFinite(value)) {
            return new StandardDistance(value, new Interval(value, value));
        }
        return new StandardDistance(value, bootstrap.of(first, second, StandardDistance::distance, random));
    }

    private static double distance(double[] one, double[] other) {
        double mean = Summary.mean(one);
        double otherMean = Summary.mean(other);
        double spread = Math.sqrt((variance(one, mean) + variance(other, otherMean)) / 2);
        double difference = mean - otherMean;
        return Math.abs(difference) <= 1e-12 * Math.max(Math.abs(mean), Math.abs(otherMean)) ? 0 : difference / spread;
    }

    private static double variance(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        // Sums of equal numbers are not always their exact multiple.
        return sum <= 1e-24 * mean * mean * values.length ? 0 : sum / Math.max(1, values.length - 1);
    }
}
