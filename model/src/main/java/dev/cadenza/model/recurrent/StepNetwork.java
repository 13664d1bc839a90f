package dev.cadenza.model.recurrent;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.model.Session;
import dev.cadenza.model.StepFeatures;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.model.kernel.Layer;
import dev.cadenza.model.kernel.Matrix;
import dev.cadenza.model.kernel.PositionReading;
import dev.cadenza.model.kernel.Recurrence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A network with one position a step of musical time, see [dev.cadenza.model.Layout.StepLayout]: immutable.
///
/// @param input (rows of the input table, E) as a table
/// @param heads one for each place
record StepNetwork(List<Layer> layers, StepFeatures features, Matrix input, List<Head> heads) implements Network {

    /// What turns the output of the recurrence into the logits of a place.
    ///
    /// @param hidden (D, H)
    /// @param hiddenBias (D)
    /// @param features (rows of the place's table, D) as a table
    /// @param output (V + M + C, D): the tokens, the moves, the intervals to earlier places
    /// @param outputBias (V + M + C)
    record Head(Matrix hidden, float[] hiddenBias, Matrix features, Matrix output, float[] outputBias) {

        static Head of(int place, Map<String, Tensor> weights) {
            String head = "head." + place + ".";
            List<String> outputs = place == 0 ? List.of("token", "move") : List.of("token", "move", "chord");
            return new Head(Matrix.of(weights.get(head + "hidden.weight")), weights.get(head + "hidden.bias").toFloats(),
                    Matrix.table(weights.get(head + "features.weight")),
                    Matrix.stacked(outputs.stream().map(output -> weights.get(head + output + ".weight"))
                            .toArray(Tensor[]::new)),
                    Bias.joined(outputs.stream().map(output -> weights.get(head + output + ".bias").toFloats()).toList()));
        }
    }

    static StepNetwork of(List<Layer> layers, StepFeatures features, Map<String, Tensor> weights) {
        List<Head> heads = new ArrayList<>();
        for (int place = 0; place < features.places(); place++) {
            heads.add(Head.of(place, weights));
        }
        return new StepNetwork(layers, features, Matrix.table(weights.get("input.weight")), List.copyOf(heads));
    }

    @Override
    public Session session(ContextReader context) {
        return new Reading(context);
    }

    private final class Reading extends PositionReading {

        private final ContextReader context;
        private final Recurrence recurrence = new Recurrence(layers);
        private final StepFeatures.Cursor cursor = features.new Cursor();
        private final int places = features.places();
        private final int vocabulary = features.vocabulary();
        private final int[] now = new int[features.contextRows()];      // the context of the present step
        private final int[] chosen = new int[places];                   // tokens of the present step so far
        private final int[] rows;
        private final float[] x = new float[input.rows()];
        private final float[] g = new float[heads.getFirst().hiddenBias().length];
        private final float[] scores = new float[heads.getLast().outputBias().length];
        private float[] h = {};
        private int step;
        private int place;

        Reading(ContextReader context) {
            super(features.vocabulary());
            this.context = context;
            int slots = features.input().slots();
            for (int place = 0; place < places; place++) {
                slots = Math.max(slots, features.head(place).slots());
            }
            rows = new int[slots];
        }

        @Override
        public void accept(int token) {
            chosen[place] = Objects.checkIndex(token, vocabulary);
            stand();
            context.accept(token);
            if (++place == places) {
                cursor.append(chosen, 0);
                place = 0;
                step++;
            }
            next(place == 0);
        }

        @Override
        public int length() {
            return step * places + place;
        }

        @Override
        protected void recur() {
            context.read(now);
            cursor.input(now, rows, 0);
            Arrays.fill(x, 0);
            for (int slot = 0; slot < features.input().slots(); slot++) {
                input.addColumn(rows[slot], x);
            }
            h = recurrence.next(x);
        }

        @Override
        protected void score(float[] logits) {
            Head head = heads.get(place);
            cursor.head(place, now, chosen, rows, 0);
            System.arraycopy(head.hiddenBias(), 0, g, 0, g.length);
            head.hidden().addProduct(h, g);
            for (int slot = 0; slot < features.head(place).slots(); slot++) {
                head.features().addColumn(rows[slot], g);
            }
            for (int i = 0; i < g.length; i++) {
                g[i] = Math.max(g[i], 0);
            }
            System.arraycopy(head.outputBias(), 0, scores, 0, head.outputBias().length);
            head.output().addProduct(g, scores);
            int from = cursor.lastPitch(place);
            for (int token = 0; token < vocabulary; token++) {
                int move = features.move(from, token, place);
                logits[token] = move > 0 ? scores[token] + scores[vocabulary + move] : scores[token];
            }
            for (int earlier = 0; earlier < place; earlier++) {
                int sounds = cursor.sounding(earlier, chosen[earlier]);
                for (int token = 0; token < vocabulary; token++) {
                    int chord = features.chord(earlier, sounds, token, place);
                    logits[token] += chord >= 0 ? scores[vocabulary + features.moves() + chord] : 0;
                }
            }
        }
    }
}
