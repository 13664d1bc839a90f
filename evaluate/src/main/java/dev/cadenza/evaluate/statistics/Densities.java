package dev.cadenza.evaluate.statistics;

/// Two samples as densities on one common grid, which reaches three bandwidths beyond the outermost numbers.
///
/// Gaussian kernels with Scott's bandwidth, at least two steps of the grid wide, are laid over the numbers after these were shared
/// out to the two nearest points. The spread that the bandwidth goes by is the standard deviation or, where that is less, the
/// distance of the quartiles over 1.349: where nearly all numbers are equal, a few others shall not smear them. MGEval's program lays each sample on a grid of its own and compares point with point; numbers
/// from there and from here differ.
///
/// @param one probability of each point
/// @param other likewise
public record Densities(double[] one, double[] other) {

    private static final int POINTS = 512;
    private static final double REACH = 3;
    /// Steps of the grid.
    private static final double LEAST_WIDTH = 2;
    /// What no density falls below, so that its logarithm is finite.
    private static final double FLOOR = 1e-10;
    private static final double SCOTT = -0.2;
    /// How far the quartiles of a normal distribution lie apart, in standard deviations.
    private static final double NORMAL_QUARTILES = 1.349;

    /// @param one finite numbers, one or more
    /// @param other likewise
    public static Densities of(double[] one, double[] other) {
        if (one.length == 0 || other.length == 0) {
            throw new IllegalArgumentException("nothing has no density");
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] sample : new double[][] {one, other}) {
            for (double value : sample) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        double width = Math.max(scott(one), scott(other));
        double margin = Math.max(REACH * width, Math.max((high - low) / 32, 1e-9 * Math.max(1, Math.abs(high))));
        double from = low - margin;
        double step = (high + margin - from) / (POINTS - 1);
        return new Densities(density(one, from, step), density(other, from, step));
    }

    private static double scott(double[] sample) {
        Summary summary = Summary.of(sample);
        double spread = Math.min(summary.spread(), (summary.upperQuartile() - summary.lowerQuartile()) / NORMAL_QUARTILES);
        return spread * StrictMath.pow(sample.length, SCOTT);
    }

    private static double[] density(double[] sample, double from, double step) {
        double[] weights = new double[POINTS];
        for (double value : sample) {
            double place = (value - from) / step;
            int below = Math.clamp((int) place, 0, POINTS - 2);
            double above = Math.clamp(place - below, 0, 1);
            weights[below] += 1 - above;
            weights[below + 1] += above;
        }
        double width = Math.max(LEAST_WIDTH, scott(sample) / step);
        double[] kernel = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            kernel[i] = StrictMath.exp(-0.5 * (i / width) * (i / width));
        }
        double[] density = new double[POINTS];
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            for (int k = 0; k < POINTS; k++) {
                density[i] += weights[k] == 0 ? 0 : weights[k] * kernel[Math.abs(i - k)];
            }
            sum += density[i];
        }
        for (int i = 0; i < POINTS; i++) {
            density[i] /= sum;
        }
        return density;
    }

    /// The area below both: 0 where they have nothing in common, 1 where they are equal.
    public double overlapArea() {
        double area = 0;
        for (int i = 0; i < POINTS; i++) {
            area += Math.min(one[i], other[i]);
        }
        return Math.min(1, area);
    }

    /// Kullback-Leibler divergence of the first from the second in nats, 0 or more. No density counts as less than 1e-10.
    public double divergence() {
        double sum = 0;
        for (int i = 0; i < POINTS; i++) {
            double here = Math.max(FLOOR, one[i]);
            sum += here * StrictMath.log(here / Math.max(FLOOR, other[i]));
        }
        return Math.max(0, sum);
    }
}
