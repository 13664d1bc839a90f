package dev.cadenza.model.musegan;

import dev.cadenza.model.checkpoint.Tensor;
import java.util.Arrays;
import java.util.Map;

/// Matrices of one layer, one for each generator, with what is added. A transposed convolution whose patches do not overlap is one
/// such matrix at every place.
///
/// @param weights (groups, inputs, outputs)
/// @param bias (groups, outputs); empty for none
record Dense(float[] weights, float[] bias, int inputs, int outputs) {

    private static final float SLOPE = 0.2f;

    static Dense of(Map<String, Tensor> tensors, String name) {
        Tensor weights = tensors.get(name + ".weight");
        int[] shape = weights.shape();
        Tensor bias = tensors.get(name + ".bias");
        return new Dense(weights.toFloats(), bias == null ? new float[0] : bias.toFloats(), shape[1], shape[2]);
    }

    /// Begins outputs at every place with what is added.
    ///
    /// @return (places, outputs)
    float[] start(int group, int places) {
        float[] y = new float[places * outputs];
        for (int place = 0; place < places; place++) {
            System.arraycopy(bias, group * outputs, y, place * outputs, outputs);
        }
        return y;
    }

    /// Adds the product at every place.
    ///
    /// @param x (places, inputs)
    /// @param y (places, outputs)
    void add(int group, float[] x, float[] y) {
        int base = group * inputs * outputs;
        for (int place = 0; place * inputs < x.length; place++) {
            int to = place * outputs;
            for (int i = 0; i < inputs; i++) {
                float value = x[place * inputs + i];
                if (value != 0) {
                    int row = base + i * outputs;
                    for (int j = 0; j < outputs; j++) {
                        y[to + j] += value * weights[row + j];
                    }
                }
            }
        }
    }

    /// The whole layer, by the leaky curve.
    float[] curved(int group, float[] x) {
        float[] y = start(group, x.length / inputs);
        add(group, x, y);
        return curve(y);
    }

    /// Numbers below 0 become a fifth of themselves.
    static float[] curve(float[] y) {
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.max(y[i], SLOPE * y[i]);
        }
        return y;
    }

    /// Rows filled up with zeros, or cut.
    ///
    /// @param x (rows, from)
    /// @return (rows, to)
    static float[] fitted(float[] x, int from, int to) {
        int rows = x.length / from;
        float[] fitted = new float[rows * to];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(x, row * from, fitted, row * to, Math.min(from, to));
        }
        return fitted;
    }

    /// Rows of a part of an array.
    static float[] part(float[] x, int from, int length) {
        return Arrays.copyOfRange(x, from, from + length);
    }
}
