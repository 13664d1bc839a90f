package dev.cadenza.model.kernel;

import dev.cadenza.model.checkpoint.Tensor;

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
}
