package dev.cadenza.model.kernel;

/// Weights in half precision, arithmetic in single precision. Several columns at once, so that `y` is read and written
/// less often; as weights and results have different types, they cannot overlap, and the loops become vector code.
final class HalfMatrix implements Matrix {

    private final short[] weights;
    private final int rows;
    private final int columns;

    HalfMatrix(short[] weights, int rows, int columns) {
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
            y[i] += Float.float16ToFloat(weights[at + i]);
        }
    }

    private static void addFour(short[] w, int at, int rows, float x0, float x1, float x2, float x3, float[] y) {
        int at1 = at + rows;
        int at2 = at1 + rows;
        int at3 = at2 + rows;
        for (int i = 0; i < rows; i++) {
            y[i] += Float.float16ToFloat(w[at + i]) * x0 + Float.float16ToFloat(w[at1 + i]) * x1
                    + Float.float16ToFloat(w[at2 + i]) * x2 + Float.float16ToFloat(w[at3 + i]) * x3;
        }
    }

    private static void addOne(short[] w, int at, int rows, float x, float[] y) {
        for (int i = 0; i < rows; i++) {
            y[i] += Float.float16ToFloat(w[at + i]) * x;
        }
    }
}
