package dev.cadenza.evaluate.statistics;

/// The squared Fréchet distance of two normal distributions (Dowson and Landau 1982) over numbers of our own choice: no learnt
/// network is behind it, so it compares with itself alone.
///
/// Columns are brought to the scale of the second set; NaN counts as its median, and what does not vary in it is left out. Both covariances are
/// shrunk towards their diagonals by `columns / (columns + rows)`, since few pieces cannot tell many covariances.
public final class Frechet {

    private Frechet() {
    }

    /// Of two sets of rows; NaN where one has fewer than two rows or no column varies.
    ///
    /// @param other the set that states the scale
    public static double cadenza(double[][] one, double[][] other) {
        if (one.length < 2 || other.length < 2) {
            return Double.NaN;
        }
        Standardised scale = Standardised.by(other);
        double[][] first = scale.apply(one);
        double[][] second = scale.apply(other);
        return first[0].length == 0 ? Double.NaN
                : of(means(first), covariance(first), means(second), covariance(second));
    }

    /// `|m - n|^2 + trace(A + B - 2 (B^1/2 A B^1/2)^1/2)`.
    static double of(double[] mean, double[][] covariance, double[] otherMean, double[][] otherCovariance) {
        double[][] root = SymmetricMatrix.eigen(otherCovariance).root();
        double[] values = SymmetricMatrix.eigen(product(product(root, covariance), root)).values();
        double distance = 0;
        for (int k = 0; k < mean.length; k++) {
            distance += (mean[k] - otherMean[k]) * (mean[k] - otherMean[k]) + covariance[k][k] + otherCovariance[k][k]
                    - 2 * Math.sqrt(Math.max(0, values[k]));
        }
        return Math.max(0, distance);
    }

    private static double[][] product(double[][] one, double[][] other) {
        int size = one.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    product[i][k] += one[i][j] * other[j][k];
                }
            }
        }
        return product;
    }

    private static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int k = 0; k < means.length; k++) {
                means[k] += row[k] / rows.length;
            }
        }
        return means;
    }

    private static double[][] covariance(double[][] rows) {
        double[] means = means(rows);
        int size = means.length;
        double kept = (double) rows.length / (size + rows.length);
        double[][] covariance = new double[size][size];
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                for (int k = 0; k < size; k++) {
                    covariance[i][k] += (row[i] - means[i]) * (row[k] - means[k]) / (rows.length - 1);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                covariance[i][k] *= i == k ? 1 : kept;
            }
        }
        return covariance;
    }
}
