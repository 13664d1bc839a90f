package dev.cadenza.model.recurrent;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.model.EventFeatures;
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

/// A network with one position a token of a stream of events, see [dev.cadenza.model.Layout.EventLayout]: immutable.
///
/// @param input (rows of the input table, E) as a table
/// @param hidden (D, H)
/// @param hiddenBias (D)
/// @param table (rows of the head table, D) as a table
/// @param output (V + M + M, D): the tokens, the moves from the last pitch, those from the last of the track
/// @param outputBias (V + M + M)
record EventNetwork(List<Layer> layers, EventFeatures features, Matrix input, Matrix hidden, float[] hiddenBias, Matrix table,
                    Matrix output, float[] outputBias) implements Network {

    private static final List<String> OUTPUTS = List.of("token", "move", "track");

    static EventNetwork of(List<Layer> layers, EventFeatures features, Map<String, Tensor> weights) {
        return new EventNetwork(layers, features, Matrix.table(weights.get("input.weight")),
                Matrix.of(weights.get("head.hidden.weight")), weights.get("head.hidden.bias").toFloats(),
                Matrix.table(weights.get("head.features.weight")),
                Matrix.stacked(OUTPUTS.stream().map(output -> weights.get("head." + output + ".weight")).toArray(Tensor[]::new)),
                Bias.joined(OUTPUTS.stream().map(output -> weights.get("head." + output + ".bias").toFloats()).toList()));
    }

    @Override
    public Session session(ContextReader context) {
        return new Reading(context);
    }

    private final class Reading extends PositionReading {

        private final ContextReader context;
        private final Recurrence recurrence = new Recurrence(layers);
        private final EventFeatures.Cursor cursor = features.new Cursor();
        private final int vocabulary = features.vocabulary();
        private final int[] pitchTokens = features.pitchTokens();
        private final int[] now = new int[features.contextRows()];
        private final int[] inputRows = new int[features.input().slots()];
        private final int[] headRows = new int[features.head().slots()];
        private final float[] x = new float[input.rows()];
        private final float[] g = new float[hiddenBias.length];
        private final float[] scores = new float[outputBias.length];
        private float[] h = {};
        private int length;

        Reading(ContextReader context) {
            super(features.vocabulary());
            this.context = context;
        }

        @Override
        public void accept(int token) {
            Objects.checkIndex(token, vocabulary);
            stand();
            cursor.append(token);
            context.accept(token);
            length++;
            next(true);
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        protected void recur() {
            context.read(now);
            cursor.rows(now, inputRows, 0, headRows, 0);
            Arrays.fill(x, 0);
            for (int row : inputRows) {
                input.addColumn(row, x);
            }
            h = recurrence.next(x);
        }

        @Override
        protected void score(float[] logits) {
            System.arraycopy(hiddenBias, 0, g, 0, g.length);
            hidden.addProduct(h, g);
            for (int row : headRows) {
                table.addColumn(row, g);
            }
            for (int i = 0; i < g.length; i++) {
                g[i] = Math.max(g[i], 0);
            }
            System.arraycopy(outputBias, 0, scores, 0, outputBias.length);
            output.addProduct(g, scores);
            System.arraycopy(scores, 0, logits, 0, vocabulary);
            for (int reference = 0; reference < EventFeatures.REFERENCES; reference++) {
                int from = cursor.reference(reference);
                int first = vocabulary + reference * features.moves();
                for (int token : pitchTokens) {
                    int move = features.move(from, token);
                    logits[token] += move > 0 ? scores[first + move] : 0;
                }
            }
        }
    }
}
