package dev.cadenza.evaluate.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/// How numbers about pieces are brought to one scale: what some rows say of each column is kept, and applied to others.
///
/// @param medians for numbers that are not finite
/// @param means after these were filled in
/// @param spreads standard deviations; 0 for a column that says nothing
record Standardised(double[] medians, double[] means, double[] spreads) {

    /// Standard deviations beyond which a number counts as being at the edge: one odd piece does not rule all.
    private static final double EDGE = 10;

    static Standardised by(double[][] rows) {
        int columns = rows[0].length;
        double[] medians = new double[columns];
        double[] means = new double[columns];
        double[] spreads = new double[columns];
        double[] values = new double[rows.length];
        for (int k = 0; k < columns; k++) {
            for (int i = 0; i < rows.length; i++) {
                values[i] = rows[i][k];
            }
            Summary summary = Summary.of(values);
            medians[k] = summary.n() == 0 ? 0 : summary.median();
            for (int i = 0; i < rows.length; i++) {
                values[i] = filled(values[i], medians[k]);
            }
            Summary all = Summary.of(values);
            means[k] = all.mean();
            spreads[k] = all.spread() <= 1e-9 * Math.abs(all.mean()) ? 0 : all.spread();
        }
        return new Standardised(medians, means, spreads);
    }

    /// The same rows on the common scale; columns that say nothing are left out.
    double[][] apply(double[][] rows) {
        int[] kept = IntStream.range(0, spreads.length).filter(k -> spreads[k] > 0).toArray();
        return Arrays.stream(rows).map(row -> Arrays.stream(kept).mapToDouble(k ->
                Math.clamp((filled(row[k], medians[k]) - means[k]) / spreads[k], -EDGE, EDGE)).toArray()).toArray(double[][]::new);
    }

    private static double filled(double value, double median) {
        return Double.isFinite(value) ? value : median;
    }
}
