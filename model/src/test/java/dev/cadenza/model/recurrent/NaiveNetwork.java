package dev.cadenza.model.recurrent;

import dev.cadenza.model.EventFeatures;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.StepFeatures;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Tensor;
import java.util.Arrays;

/// The formulas of `docs/formats/checkpoint.md` in double precision, written for reading only: all logits of a whole
/// piece at once.
final class NaiveNetwork {

    private final Checkpoint checkpoint;
    private final ModelSpec.Recurrent spec;

    NaiveNetwork(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.spec = (ModelSpec.Recurrent) checkpoint.spec();
    }

    /// @return tokens x vocabulary
    double[][] logits(int[] tokens, int[][] context) {
        return switch (spec.layout()) {
            case Layout.TokenLayout layout -> tokenLogits(layout, tokens);
            case Layout.StepLayout layout -> stepLogits(layout, tokens, context);
            case Layout.EventLayout layout -> eventLogits(layout, tokens, context);
        };
    }

    private double[][] tokenLogits(Layout.TokenLayout layout, int[] tokens) {
        int vocabulary = checkpoint.tokenizer().vocabulary().size();
        double[][] x = new double[tokens.length][];
        for (int i = 0; i < tokens.length; i++) {
            int token = i == 0 ? vocabulary : tokens[i - 1];
            if (layout.input() == Layout.Input.ONE_HOT) {
                x[i] = new double[vocabulary + 1];
                x[i][token] = 1;
            } else {
                x[i] = row("embedding.weight", token);
            }
        }
        double[][] h = recurrence(x);
        double[][] logits = new double[tokens.length][];
        for (int i = 0; i < tokens.length; i++) {
            logits[i] = affine("output.weight", "output.bias", h[i]);
        }
        return logits;
    }

    private double[][] stepLogits(Layout.StepLayout layout, int[] tokens, int[][] context) {
        StepFeatures features = new StepFeatures(layout, Layout.grid(checkpoint.tokenizer()));
        int places = features.places();
        int steps = tokens.length / places;
        double[][] x = new double[steps][layout.embedding()];
        StepFeatures.Cursor cursor = features.new Cursor();
        for (int step = 0; step < steps; step++) {
            int[] rows = new int[features.input().slots()];
            cursor.input(at(context, step), rows, 0);
            for (int row : rows) {
                add(x[step], row("input.weight", row));
            }
            cursor.append(tokens, step * places);
        }
        double[][] h = recurrence(x);
        double[][] logits = new double[tokens.length][];
        cursor = features.new Cursor();
        for (int step = 0; step < steps; step++) {
            int[] chosen = Arrays.copyOfRange(tokens, step * places, (step + 1) * places);
            for (int place = 0; place < places; place++) {
                String head = "head." + place + ".";
                double[] g = affine(head + "hidden.weight", head + "hidden.bias", h[step]);
                int[] rows = new int[features.head(place).slots()];
                cursor.head(place, at(context, step), chosen, rows, 0);
                for (int row : rows) {
                    add(g, row(head + "features.weight", row));
                }
                clip(g);
                double[] scores = affine(head + "token.weight", head + "token.bias", g);
                double[] moves = affine(head + "move.weight", head + "move.bias", g);
                for (int token = 0; token < scores.length; token++) {
                    int move = features.move(cursor.lastPitch(place), token, place);
                    scores[token] += move > 0 ? moves[move] : 0;
                }
                double[] chords = place == 0 ? new double[0] : affine(head + "chord.weight", head + "chord.bias", g);
                for (int earlier = 0; earlier < place; earlier++) {
                    for (int token = 0; token < scores.length; token++) {
                        int chord = features.chord(earlier, cursor.sounding(earlier, chosen[earlier]), token, place);
                        scores[token] += chord >= 0 ? chords[chord] : 0;
                    }
                }
                logits[step * places + place] = scores;
            }
            cursor.append(tokens, step * places);
        }
        return logits;
    }

    private double[][] eventLogits(Layout.EventLayout layout, int[] tokens, int[][] context) {
        EventFeatures features = new EventFeatures(layout, Layout.events(checkpoint.tokenizer()));
        double[][] x = new double[tokens.length][layout.embedding()];
        int[][] headRows = new int[tokens.length][features.head().slots()];
        int[][] references = new int[tokens.length][EventFeatures.REFERENCES];
        EventFeatures.Cursor cursor = features.new Cursor();
        for (int i = 0; i < tokens.length; i++) {
            int[] rows = new int[features.input().slots()];
            cursor.rows(at(context, i), rows, 0, headRows[i], 0);
            for (int row : rows) {
                add(x[i], row("input.weight", row));
            }
            for (int reference = 0; reference < EventFeatures.REFERENCES; reference++) {
                references[i][reference] = cursor.reference(reference);
            }
            cursor.append(tokens[i]);
        }
        double[][] h = recurrence(x);
        double[][] logits = new double[tokens.length][];
        for (int i = 0; i < tokens.length; i++) {
            double[] g = affine("head.hidden.weight", "head.hidden.bias", h[i]);
            for (int row : headRows[i]) {
                add(g, row("head.features.weight", row));
            }
            clip(g);
            logits[i] = affine("head.token.weight", "head.token.bias", g);
            double[][] moves = {affine("head.move.weight", "head.move.bias", g), affine("head.track.weight", "head.track.bias", g)};
            for (int token : features.pitchTokens()) {
                for (int reference = 0; reference < moves.length; reference++) {
                    int move = features.move(references[i][reference], token);
                    logits[i][token] += move > 0 ? moves[reference][move] : 0;
                }
            }
        }
        return logits;
    }

    private static void clip(double[] g) {
        for (int i = 0; i < g.length; i++) {
            g[i] = Math.max(0, g[i]);
        }
    }

    private double[][] recurrence(double[][] input) {
        double[][] x = input;
        int hidden = spec.hidden();
        for (int layer = 0; layer < spec.layers(); layer++) {
            double[] h = new double[hidden];
            double[] c = new double[hidden];
            double[][] output = new double[x.length][];
            for (int t = 0; t < x.length; t++) {
                double[] in = affine("rnn.weight_ih_l" + layer, "rnn.bias_ih_l" + layer, x[t]);
                double[] past = affine("rnn.weight_hh_l" + layer, "rnn.bias_hh_l" + layer, h);
                double[] next = new double[hidden];
                for (int i = 0; i < hidden; i++) {
                    switch (spec.cell()) {
                        case RNN -> next[i] = Math.tanh(in[i] + past[i]);
                        case GRU -> {
                            double reset = sigmoid(in[i] + past[i]);
                            double update = sigmoid(in[hidden + i] + past[hidden + i]);
                            double fresh = Math.tanh(in[2 * hidden + i] + reset * past[2 * hidden + i]);
                            next[i] = (1 - update) * fresh + update * h[i];
                        }
                        case LSTM -> {
                            double gateIn = sigmoid(in[i] + past[i]);
                            double forget = sigmoid(in[hidden + i] + past[hidden + i]);
                            double cell = Math.tanh(in[2 * hidden + i] + past[2 * hidden + i]);
                            double out = sigmoid(in[3 * hidden + i] + past[3 * hidden + i]);
                            c[i] = forget * c[i] + gateIn * cell;
                            next[i] = out * Math.tanh(c[i]);
                        }
                    }
                }
                h = next;
                output[t] = next;
            }
            x = output;
        }
        return x;
    }

    private static int[] at(int[][] context, int step) {
        return Arrays.stream(context).mapToInt(row -> row[step]).toArray();
    }

    private double[] affine(String weight, String bias, double[] x) {
        Tensor w = checkpoint.weights().get(weight);
        Tensor b = checkpoint.weights().get(bias);
        double[] y = new double[b.size()];
        for (int i = 0; i < y.length; i++) {
            y[i] = b.at(i);
            for (int j = 0; j < x.length; j++) {
                y[i] += w.at(i * x.length + j) * x[j];
            }
        }
        return y;
    }

    private double[] row(String name, int row) {
        Tensor table = checkpoint.weights().get(name);
        double[] values = new double[table.shape()[1]];
        for (int i = 0; i < values.length; i++) {
            values[i] = table.at(row * values.length + i);
        }
        return values;
    }

    private static void add(double[] to, double[] values) {
        for (int i = 0; i < to.length; i++) {
            to[i] += values[i];
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
