package dev.cadenza.model.deepbach;

import dev.cadenza.model.kernel.Layer;

/// One layer going through a piece in one direction.
///
/// @param backward from the end to the beginning
record Direction(Layer layer, boolean backward) {

    /// The outputs at all steps.
    ///
    /// @param inputs steps x size of the input
    /// @return steps x H
    float[][] through(float[][] inputs) {
        float[][] outputs = new float[inputs.length][];
        Layer.State state = layer.start();
        for (int i = 0; i < inputs.length; i++) {
            int step = backward ? inputs.length - 1 - i : i;
            layer.begin(state);
            layer.input().addProduct(inputs[step], state.gates());
            layer.finish(state);
            outputs[step] = state.h().clone();
        }
        return outputs;
    }
}
