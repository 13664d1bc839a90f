package dev.cadenza.model.recurrent;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.model.Layout;
import dev.cadenza.model.Session;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.kernel.Layer;
import dev.cadenza.model.kernel.Matrix;
import dev.cadenza.model.kernel.PositionReading;
import dev.cadenza.model.kernel.Recurrence;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A network with one position a token, see [Layout.TokenLayout]: immutable.
///
/// @param embedding (V+1, E) as a table; none with one-hot input
/// @param output (V, H)
/// @param outputBias (V)
record TokenNetwork(List<Layer> layers, Optional<Matrix> embedding, Matrix output, float[] outputBias) implements Network {

    static TokenNetwork of(List<Layer> layers, Layout.TokenLayout layout, Map<String, Tensor> weights) {
        Optional<Matrix> embedding = layout.input() == Layout.Input.ONE_HOT
                ? Optional.empty() : Optional.of(Matrix.table(weights.get("embedding.weight")));
        return new TokenNetwork(layers, embedding, Matrix.of(weights.get("output.weight")),
                weights.get("output.bias").toFloats());
    }

    @Override
    public Session session(ContextReader context) {
        return new Reading();
    }

    private final class Reading extends PositionReading {

        private final Recurrence recurrence = new Recurrence(layers);
        private final float[] x = new float[embedding.map(Matrix::rows).orElse(0)];
        private int last = outputBias.length;   // START
        private int length;
        private float[] h = {};

        Reading() {
            super(outputBias.length);
        }

        @Override
        public void accept(int token) {
            Objects.checkIndex(token, outputBias.length);
            stand();
            last = token;
            length++;
            next(true);
        }

        @Override
        protected void recur() {
            if (embedding.isPresent()) {
                Arrays.fill(x, 0);
                embedding.get().addColumn(last, x);
                h = recurrence.next(x);
            } else {
                h = recurrence.next(last);
            }
        }

        @Override
        protected void score(float[] logits) {
            System.arraycopy(outputBias, 0, logits, 0, logits.length);
            output.addProduct(h, logits);
        }

        @Override
        public int length() {
            return length;
        }
    }
}
