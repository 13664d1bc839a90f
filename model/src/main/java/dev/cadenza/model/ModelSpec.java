package dev.cadenza.model;

/// What a model is, apart from what it has learnt. Together with a vocabulary it fixes the shape of every tensor.
public sealed interface ModelSpec {

    /// Whether weights of the one are weights of the other: dropout, for one, shapes no tensor.
    boolean hasTensorsOf(ModelSpec other);

    /// What it is, in a few words for people, such as `LSTM, 2 layers of 256, one position a step`.
    String words();

    /// A recurrent network.
    ///
    /// @param cell what one layer does at one position
    /// @param layers 1..8
    /// @param hidden units a layer, 1..4096
    /// @param dropout share of units silenced while learning: on the input of every layer but the first, and on the
    ///                output of the last; 0 up to, not including, 1
    /// @param layout what one position of the recurrence is
    record Recurrent(Cell cell, int layers, int hidden, double dropout, Layout layout) implements ModelSpec {
        public Recurrent {
            Limits.within("layers", layers, 1, 8);
            Limits.within("hidden", hidden, 1, 4096);
            if (!(dropout >= 0 && dropout < 1)) {
                throw Limits.refused("dropout", "must be at least 0 and less than 1, not " + dropout);
            }
        }

        @Override
        public boolean hasTensorsOf(ModelSpec other) {
            return other instanceof Recurrent that && equals(new Recurrent(that.cell, that.layers, that.hidden, dropout,
                    that.layout));
        }

        @Override
        public String words() {
            return cell + ", " + layers + (layers == 1 ? " layer of " : " layers of ") + hidden + ", "
                    + (layout instanceof Layout.StepLayout ? "one position a step" : "one position a token");
        }
    }

    /// The three recurrent cells, each with the number of blocks of rows in its weight matrices.
    enum Cell {
        /// `h' = tanh(W x + U h + b)` (Elman 1990).
        RNN(1),
        /// Gated recurrent unit (Cho et al. 2014); blocks: reset, update, new.
        GRU(3),
        /// Long short-term memory (Hochreiter and Schmidhuber 1997); blocks: input, forget, cell, output.
        LSTM(4);

        private final int gates;

        Cell(int gates) {
            this.gates = gates;
        }

        /// Blocks of `hidden` rows in `weight_ih` and `weight_hh`.
        public int gates() {
            return gates;
        }
    }
}
