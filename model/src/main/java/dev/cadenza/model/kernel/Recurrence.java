package dev.cadenza.model.kernel;

import java.util.List;

/// The layers of a network on their way through one piece.
public final class Recurrence {

    private final List<Layer> layers;
    private final Layer.State[] states;

    /// At its beginning.
    ///
    /// @param layers from the input to the output, one or more
    public Recurrence(List<Layer> layers) {
        this.layers = layers;
        states = layers.stream().map(Layer::start).toArray(Layer.State[]::new);
    }

    /// Begins anew from a given state.
    ///
    /// @param first what each layer's output and cell (of an LSTM) begin with, one layer after the other: (layers x 2 x H), or
    ///              (layers x H) for cells without one
    public void restart(float[] first) {
        int at = 0;
        for (Layer.State state : states) {
            System.arraycopy(first, at, state.h(), 0, state.h().length);
            at += state.h().length;
            System.arraycopy(first, at, state.c(), 0, state.c().length);
            at += state.c().length;
        }
    }

    /// Goes on by one position whose input is a vector.
    ///
    /// @return the output of the last layer, (H); valid until the next position
    public float[] next(float[] x) {
        Layer first = layers.getFirst();
        first.begin(states[0]);
        first.input().addProduct(x, states[0].gates());
        return rest();
    }

    /// Goes on by one position whose input is a vector with a single one.
    ///
    /// @return the output of the last layer, (H); valid until the next position
    public float[] next(int one) {
        Layer first = layers.getFirst();
        first.begin(states[0]);
        first.input().addColumn(one, states[0].gates());
        return rest();
    }

    private float[] rest() {
        layers.getFirst().finish(states[0]);
        for (int layer = 1; layer < states.length; layer++) {
            Layer.State state = states[layer];
            layers.get(layer).begin(state);
            layers.get(layer).input().addProduct(states[layer - 1].h(), state.gates());
            layers.get(layer).finish(state);
        }
        return states[states.length - 1].h();
    }
}
