package dev.cadenza.evaluate.statistics;

/// What is needed of symmetric matrices; of arguments the lower triangle is read.
final class SymmetricMatrix {

    private static final int MOST_SWEEPS = 60;

    private SymmetricMatrix() {
    }

    /// Solves `matrix * x = right` by Cholesky's decomposition.
    ///
    /// @param matrix positive definite; changed
    static double[] solved(double[][] matrix, double[] right) {
        int size = right.length;
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k <= i; k++) {
                double sum = matrix[i][k];
                for (int j = 0; j < k; j++) {
                    sum -= matrix[i][j] * matrix[k][j];
                }
                matrix[i][k] = i == k ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / matrix[k][k];
            }
            for (int j = 0; j < i; j++) {
                x[i] -= matrix[i][j] * x[j];
            }
            x[i] /= matrix[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int j = i + 1; j < size; j++) {
                x[i] -= matrix[j][i] * x[j];
            }
            x[i] /= matrix[i][i];
        }
        return x;
    }

    /// Values and vectors of its own; `vectors[i][k]` is number i of vector k.
    record Eigen(double[] values, double[][] vectors) {

        /// The matrix with each value replaced by its root, those below 0 by 0.
        double[][] root() {
            int size = values.length;
            double[][] root = new double[size][size];
            for (int k = 0; k < size; k++) {
                double value = Math.sqrt(Math.max(0, values[k]));
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        root[i][j] += value * vectors[i][k] * vectors[j][k];
                    }
                }
            }
            return root;
        }
    }

    /// Jacobi's method: turns one pair of axes after the other until nothing beside the diagonal is left.
    static Eigen eigen(double[][] matrix) {
        int size = matrix.length;
        double[][] a = new double[size][size];
        double[][] v = new double[size][size];
        double scale = 0;
        for (int i = 0; i < size; i++) {
            v[i][i] = 1;
            for (int k = 0; k <= i; k++) {
                a[i][k] = matrix[i][k];
                a[k][i] = matrix[i][k];
                scale = Math.max(scale, Math.abs(matrix[i][k]));
            }
        }
        double rest = scale;
        for (int sweep = 0; sweep < MOST_SWEEPS && rest > 1e-13 * scale; sweep++) {
            rest = 0;
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rest = Math.max(rest, Math.abs(a[p][q]));
                    turn(a, v, p, q);
                }
            }
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = a[i][i];
        }
        return new Eigen(values, v);
    }

    private static void turn(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int i = 0; i < a.length; i++) {
            double one = a[i][p];
            double other = a[i][q];
            a[i][p] = c * one - s * other;
            a[i][q] = s * one + c * other;
        }
        for (int i = 0; i < a.length; i++) {
            double one = a[p][i];
            double other = a[q][i];
            a[p][i] = c * one - s * other;
            a[q][i] = s * one + c * other;
            one = v[i][p];
            other = v[i][q];
            v[i][p] = c * one - s * other;
            v[i][q] = s * one + c * other;
        }
    }
}
