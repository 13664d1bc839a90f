package dev.cadenza.model.musicvae;

import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.kernel.Matrix;
import java.util.Map;

/// `W x + b`: immutable.
record Affine(Matrix weight, float[] bias) {

    static Affine of(String name, Map<String, Tensor> weights) {
        return new Affine(Matrix.of(weights.get(name + ".weight")), weights.get(name + ".bias").toFloats());
    }

    float[] apply(float[] x) {
        float[] y = new float[bias.length];
        into(x, y);
        return y;
    }

    void into(float[] x, float[] y) {
        System.arraycopy(bias, 0, y, 0, bias.length);
        weight.addProduct(x, y);
    }
}
