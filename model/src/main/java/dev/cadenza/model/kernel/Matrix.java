package dev.cadenza.model.kernel;

import dev.cadenza.model.checkpoint.Tensor;
import java.util.Arrays;

/// Weights that vectors are multiplied with, stored column by column: immutable.
public sealed interface Matrix permits HalfMatrix, FloatMatrix {

    /// Length of the result.
    int rows();

    /// Length of what is multiplied.
    int columns();

    /// `y += W x`.
    ///
    /// @param x (columns)
    /// @param y (rows) or longer
    void addProduct(float[] x, float[] y);

    /// `y += W e_column`: what a vector with a single one gives.
    void addColumn(int column, float[] y);

    /// The matrix of a tensor (rows, columns), in the tensor's precision.
    static Matrix of(Tensor tensor) {
        return stacked(tensor);
    }

    /// The matrix of tensors with the same columns, one below the other, in the precision of the first.
    static Matrix stacked(Tensor... tensors) {
        int columns = tensors[0].shape()[1];
        int rows = 0;
        for (Tensor tensor : tensors) {
            rows += tensor.shape()[0];
        }
        if (tensors[0].type() == Tensor.Type.F16) {
            short[] weights = new short[rows * columns];
            int first = 0;
            for (Tensor tensor : tensors) {
                for (int i = 0; i < tensor.size(); i++) {
                    weights[i % columns * rows + first + i / columns] = tensor.halfAt(i);
                }
                first += tensor.shape()[0];
            }
            return new HalfMatrix(weights, rows, columns);
        }
        float[] weights = new float[rows * columns];
        int first = 0;
        for (Tensor tensor : tensors) {
            for (int i = 0; i < tensor.size(); i++) {
                weights[i % columns * rows + first + i / columns] = tensor.at(i);
            }
            first += tensor.shape()[0];
        }
        return new FloatMatrix(weights, rows, columns);
    }

    /// The table of a tensor (entries, length), each of whose rows becomes a column.
    static Matrix table(Tensor tensor) {
        int length = tensor.shape()[1];
        int entries = tensor.shape()[0];
        if (tensor.type() == Tensor.Type.F16) {
            short[] weights = new short[tensor.size()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = tensor.halfAt(i);
            }
            return new HalfMatrix(weights, length, entries);
        }
        return new FloatMatrix(tensor.toFloats(), length, entries);
    }

    /// A table with what a matrix makes of each column of another: `W T`, in single precision, so that a column of it can be added
    /// where a column of the table would be multiplied.
    ///
    /// @param matrix (rows, length)
    /// @param table (length, columns)
    static Matrix product(Matrix matrix, Matrix table) {
        int rows = matrix.rows();
        float[] weights = new float[rows * table.columns()];
        float[] column = new float[table.rows()];
        float[] made = new float[rows];
        for (int i = 0; i < table.columns(); i++) {
            Arrays.fill(column, 0);
            Arrays.fill(made, 0);
            table.addColumn(i, column);
            matrix.addProduct(column, made);
            System.arraycopy(made, 0, weights, i * rows, rows);
        }
        return new FloatMatrix(weights, rows, table.columns());
    }
}
