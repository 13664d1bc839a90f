package dev.cadenza.evaluate.statistics;

/// Logistic regression with a penalty on the squares of its weights, by Newton's method (iteratively reweighted least squares).
///
/// @param weights one a column, then the constant, which has no penalty
record Logistic(double[] weights) {

    private static final int MOST_ROUNDS = 25;
    private static final double CLOSE = 1e-8;
    /// Keeps the constant's row of the Hessian away from 0.
    private static final double TINY = 1e-9;

    /// @param rows standardised
    /// @param penalty above 0
    static Logistic fitted(double[][] rows, boolean[] positive, double penalty) {
        int size = rows.length == 0 ? 1 : rows[0].length + 1;
        double[] weights = new double[size];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[][] hessian = new double[size][size];
            double[] gradient = new double[size];
            for (int k = 0; k < size; k++) {
                hessian[k][k] = k < size - 1 ? penalty : TINY;
                gradient[k] = k < size - 1 ? -penalty * weights[k] : 0;
            }
            for (int i = 0; i < rows.length; i++) {
                double chance = chance(score(weights, rows[i]));
                add(rows[i], (positive[i] ? 1 : 0) - chance, Math.max(TINY, chance * (1 - chance)), gradient, hessian);
            }
            double[] step = SymmetricMatrix.solved(hessian, gradient);
            double largest = 0;
            for (int k = 0; k < size; k++) {
                weights[k] += step[k];
                largest = Math.max(largest, Math.abs(step[k]));
            }
            if (largest < CLOSE) {
                break;
            }
        }
        return new Logistic(weights);
    }

    /// The lower triangle of the Hessian is enough.
    private static void add(double[] row, double error, double weight, double[] gradient, double[][] hessian) {
        int last = row.length;
        for (int k = 0; k <= last; k++) {
            double here = k < last ? row[k] : 1;
            gradient[k] += error * here;
            double[] line = hessian[k];
            double weighted = weight * here;
            for (int j = 0; j < k; j++) {
                line[j] += weighted * row[j];
            }
            line[k] += weighted * here;
        }
    }

    /// The logarithm of the odds.
    double score(double[] row) {
        return score(weights, row);
    }

    private static double score(double[] weights, double[] row) {
        double sum = weights[row.length];
        for (int k = 0; k < row.length; k++) {
            sum += weights[k] * row[k];
        }
        return sum;
    }

    private static double chance(double score) {
        return score >= 0 ? 1 / (1 + StrictMath.exp(-score)) : 1 - 1 / (1 + StrictMath.exp(score));
    }
}
