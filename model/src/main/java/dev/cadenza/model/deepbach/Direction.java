package dev.cadenza.model.deepbach;

import dev.cadenza.model.kernel.Layer;
import dev.cadenza.model.kernel.Matrix;
import java.util.function.BiConsumer;

/// One layer going through a piece in one direction.
///
/// @param backward from the end to the beginning
record Direction(Layer layer, boolean backward) {

    /// The outputs at all steps of a layer that reads outputs of others.
    ///
    /// @param inputs steps x size of the input
    /// @return steps x H
    float[][] through(float[][] inputs) {
        return through(inputs.length, (step, gates) -> layer.input().addProduct(inputs[step], gates));
    }

    /// The outputs at all steps of a layer that reads sums of rows.
    ///
    /// @param rows of each step
    /// @param table (G, rows): what the layer's input makes of each row
    float[][] through(int[][] rows, Matrix table) {
        return through(rows.length, (step, gates) -> {
            for (int row : rows[step]) {
                table.addColumn(row, gates);
            }
        });
    }

    private float[][] through(int steps, BiConsumer<Integer, float[]> read) {
        float[][] outputs = new float[steps][];
        Layer.State state = layer.start();
        for (int i = 0; i < steps; i++) {
            int step = backward ? steps - 1 - i : i;
            layer.begin(state);
            read.accept(step, state.gates());
            layer.finish(state);
            outputs[step] = state.h().clone();
        }
        return outputs;
    }
}
