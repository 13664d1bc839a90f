package dev.cadenza.model.kernel;

/// Weights in single precision: the reference that [HalfMatrix] is compared with, with the same order of operations.
final class FloatMatrix implements Matrix {

    private final float[] weights;
    private final int rows;
    private final int columns;

    FloatMatrix(float[] weights, int rows, int columns) {
        this.weights = weights;
        this.rows = rows;
        this.columns = columns;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void addProduct(float[] x, float[] y) {
        int column = 0;
        for (; column + 4 <= columns; column += 4) {
            addFour(weights, column * rows, rows, x[column], x[column + 1], x[column + 2], x[column + 3], y);
        }
        for (; column < columns; column++) {
            addOne(weights, column * rows, rows, x[column], y);
        }
    }

    @Override
    public void addColumn(int column, float[] y) {
        int at = column * rows;
        for (int i = 0; i < rows; i++) {
            y[i] += weights[at + i];
        }
    }

    private static void addFour(float[] w, int at, int rows, float x0, float x1, float x2, float x3, float[] y) {
        int at1 = at + rows;
        int at2 = at1 + rows;
        int at3 = at2 + rows;
        for (int i = 0; i < rows; i++) {
            y[i] += w[at + i] * x0 + w[at1 + i] * x1
                    + w[at2 + i] * x2 + w[at3 + i] * x3;
        }
    }

    private static void addOne(float[] w, int at, int rows, float x, float[] y) {
        for (int i = 0; i < rows; i++) {
            y[i] += w[at + i] * x;
        }
    }
}
