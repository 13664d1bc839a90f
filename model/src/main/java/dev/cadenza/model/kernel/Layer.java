package dev.cadenza.model.kernel;

import dev.cadenza.model.ModelSpec.Cell;
import dev.cadenza.model.checkpoint.Tensor;
import java.util.Arrays;
import java.util.Map;

/// What one recurrent layer has learnt: immutable. With `H` units and `G` gates times `H`:
///
/// @param input (G, size of the input)
/// @param recurrent (G, H)
/// @param bias (G): the sum of both biases, but for the new gate of a GRU, where it is that of the input
/// @param newBias (H): the recurrent bias of a GRU's new gate; empty for other cells
public record Layer(Cell cell, int hidden, Matrix input, Matrix recurrent, float[] bias, float[] newBias) {

    /// A layer of a checkpoint, from the tensors `rnn.*_lNUMBER`.
    public static Layer of(Cell cell, int hidden, int number, Map<String, Tensor> weights) {
        return of("rnn.", cell, hidden, number, weights);
    }

    /// A layer among weights named as libtorch does.
    ///
    /// @param prefix what their names begin with, such as `rnn.` for `rnn.weight_ih_l0`
    public static Layer of(String prefix, Cell cell, int hidden, int number, Map<String, Tensor> weights) {
        float[] bias = weights.get(prefix + "bias_ih_l" + number).toFloats();
        float[] other = weights.get(prefix + "bias_hh_l" + number).toFloats();
        int summed = cell == Cell.GRU ? 2 * hidden : bias.length;
        for (int i = 0; i < summed; i++) {
            bias[i] += other[i];
        }
        float[] newBias = new float[bias.length - summed];
        System.arraycopy(other, summed, newBias, 0, newBias.length);
        return new Layer(cell, hidden, Matrix.of(weights.get(prefix + "weight_ih_l" + number)),
                Matrix.of(weights.get(prefix + "weight_hh_l" + number)), bias, newBias);
    }

    /// What changes from position to position.
    ///
    /// @param h (H): the output
    /// @param c (H): the cell of an LSTM; empty for other cells
    /// @param gates (G): room for work
    /// @param past (G): room for what the last output contributes to a GRU's gates; empty for other cells
    public record State(float[] h, float[] c, float[] gates, float[] past) {
    }

    /// The state before the first position.
    public State start() {
        return new State(new float[hidden], new float[cell == Cell.LSTM ? hidden : 0], new float[bias.length],
                new float[cell == Cell.GRU ? bias.length : 0]);
    }

    /// Begins a position; then the input is added to the gates, then [#finish].
    public void begin(State state) {
        System.arraycopy(bias, 0, state.gates, 0, bias.length);
    }

    /// Ends a position: leaves the new output in `state.h`.
    public void finish(State state) {
        switch (cell) {
            case RNN -> rnn(state);
            case GRU -> gru(state);
            case LSTM -> lstm(state);
        }
    }

    private void rnn(State state) {
        recurrent.addProduct(state.h, state.gates);
        System.arraycopy(state.gates, 0, state.h, 0, hidden);
        Curves.tanh(state.h, 0, hidden);
    }

    private void gru(State state) {
        float[] gates = state.gates;
        float[] past = state.past;
        Arrays.fill(past, 0);
        recurrent.addProduct(state.h, past);
        for (int i = 0; i < 2 * hidden; i++) {
            gates[i] += past[i];
        }
        Curves.sigmoid(gates, 0, 2 * hidden);
        for (int i = 0; i < hidden; i++) {
            gates[2 * hidden + i] += gates[i] * (past[2 * hidden + i] + newBias[i]);
        }
        Curves.tanh(gates, 2 * hidden, 3 * hidden);
        for (int i = 0; i < hidden; i++) {
            float fresh = gates[2 * hidden + i];
            state.h[i] = fresh + gates[hidden + i] * (state.h[i] - fresh);
        }
    }

    private void lstm(State state) {
        float[] gates = state.gates;
        recurrent.addProduct(state.h, gates);
        Curves.sigmoid(gates, 0, 2 * hidden);
        Curves.tanh(gates, 2 * hidden, 3 * hidden);
        Curves.sigmoid(gates, 3 * hidden, 4 * hidden);
        for (int i = 0; i < hidden; i++) {
            state.c[i] = gates[hidden + i] * state.c[i] + gates[i] * gates[2 * hidden + i];
        }
        System.arraycopy(state.c, 0, state.h, 0, hidden);
        Curves.tanh(state.h, 0, hidden);
        for (int i = 0; i < hidden; i++) {
            state.h[i] *= gates[3 * hidden + i];
        }
    }
}
