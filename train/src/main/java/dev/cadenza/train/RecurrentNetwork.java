package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.arange;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.dropout;
import static org.bytedeco.pytorch.global.torch.embedding;
import static org.bytedeco.pytorch.global.torch.embedding_bag;
import static org.bytedeco.pytorch.global.torch.gru;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.lstm;
import static org.bytedeco.pytorch.global.torch.one_hot;
import static org.bytedeco.pytorch.global.torch.rnn_tanh;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// The recurrent family for learning: the function of `docs/formats/checkpoint.md`, with dropout.
///
/// @param precision what the recurrence and the products are computed in
record RecurrentNetwork(ModelSpec.Recurrent spec, int vocabulary, Parameters parameters, Precision precision) {

    /// libtorch's number for adding up the rows of a bag.
    private static final long SUM = 0;
    private static final List<String> MOVES = List.of("move", "track");

    /// Shares that are silenced while learning.
    ///
    /// @param input of the summed input embedding
    /// @param weights of the recurrent weights
    record Dropouts(double input, double weights) {

        static final Dropouts NONE = new Dropouts(0, 0);
    }

    /// The network with its weights drawn anew from libtorch's default generator.
    static RecurrentNetwork initialised(ModelSpec.Recurrent spec, Tokenizer tokenizer, Precision precision) {
        return new RecurrentNetwork(spec, tokenizer.vocabulary().size(), Initialisation.draw(spec, tokenizer), precision);
    }

    /// Logits of each place of a batch.
    ///
    /// @param dropouts what is silenced beside the spec's dropout
    /// @return a tensor of (windows x positions, vocabulary) a place; one place with the token layout
    List<Tensor> logits(Batch batch, boolean training, Dropouts dropouts) {
        return precision.compute(() -> switch (spec.layout()) {
            case Layout.TokenLayout layout -> {
                Tensor h = recurrence(tokenInput(layout, (Batch.Tokens) batch), batch, training, dropouts.weights());
                yield List.of(linear(h, parameters.get("output.weight"), optional("output.bias")).to(ScalarType.Float));
            }
            case Layout.StepLayout layout -> {
                Batch.Steps steps = (Batch.Steps) batch;
                Tensor x = bag("input.weight", steps.input(), steps);
                x = dropout(x, dropouts.input(), training).reshape(batch.windows(), batch.positions(), layout.embedding());
                Tensor h = recurrence(x, batch, training, dropouts.weights());
                yield steps.places().stream().map(place -> stepLogits(place, h, steps, training)).toList();
            }
            case Layout.EventLayout layout -> {
                Batch.Events events = (Batch.Events) batch;
                Tensor x = bag("input.weight", events.input(), events);
                x = dropout(x, dropouts.input(), training).reshape(batch.windows(), batch.positions(), layout.embedding());
                Tensor h = recurrence(x, batch, training, dropouts.weights());
                yield List.of(eventLogits(h, events, training));
            }
        });
    }

    private Tensor tokenInput(Layout.TokenLayout layout, Batch.Tokens batch) {
        return switch (layout.input()) {
            case ONE_HOT -> one_hot(batch.input(), vocabulary + 1L).to(ScalarType.Float);
            case EMBEDDING -> embedding(parameters.get("embedding.weight"), batch.input());
        };
    }

    /// @param x (windows, positions, input)
    /// @return (windows x positions, hidden)
    private Tensor recurrence(Tensor x, Batch batch, boolean training, double weightDropout) {
        int layers = spec.layers();
        Tensor input = precision.cast(x);
        Tensor h0 = precision.cast(zeros(layers, batch.windows(), spec.hidden()));
        TensorVector weights = recurrentWeights(training ? weightDropout : 0);
        // libtorch refuses dropout between layers where there is one layer only
        double between = layers > 1 ? spec.dropout() : 0;
        Tensor h = switch (spec.cell()) {
            case LSTM -> lstm(input, new TensorVector(h0, h0), weights, true, layers, between, training, false, true).get0();
            case GRU -> gru(input, h0, weights, true, layers, between, training, false, true).get0();
            case RNN -> rnn_tanh(input, h0, weights, true, layers, between, training, false, true).get0();
        };
        return dropout(h, spec.dropout(), training).reshape(-1, spec.hidden());
    }

    private TensorVector recurrentWeights(double silenced) {
        TensorVector weights = new TensorVector();
        for (int layer = 0; layer < spec.layers(); layer++) {
            for (String name : List.of("weight_ih", "weight_hh", "bias_ih", "bias_hh")) {
                Tensor weight = parameters.get("rnn." + name + "_l" + layer);
                weights.push_back(silenced > 0 && name.equals("weight_hh") ? dropout(weight, silenced, true) : weight);
            }
        }
        return weights;
    }

    private Tensor stepLogits(Batch.Place place, Tensor h, Batch.Steps steps, boolean training) {
        String head = "head." + place.number() + ".";
        Tensor g = linear(h, parameters.get(head + "hidden.weight"), optional(head + "hidden.bias"))
                .add(bag(head + "features.weight", place.features(), steps)).relu();
        g = dropout(g, spec.dropout(), training);
        Tensor absolute = linear(g, parameters.get(head + "token.weight"), optional(head + "token.bias"));
        Tensor moves = linear(g, parameters.get(head + "move.weight"), optional(head + "move.bias"));
        // Class 0 (no move) has no logit of its own: such tokens have their absolute logit alone.
        Tensor relative = moves.to(ScalarType.Float).mul(steps.moveMask()).gather(1, place.moves());
        Tensor logits = absolute.to(ScalarType.Float).add(relative);
        for (Tensor chords : place.chords()) {
            Tensor chord = linear(g, parameters.get(head + "chord.weight"), optional(head + "chord.bias")).to(ScalarType.Float);
            Tensor none = zeros(chord.size(0), 1);
            logits = logits.add(cat(new TensorVector(chord, none), 1).gather(1, chords)
                    .reshape(chord.size(0), place.number(), vocabulary).sum(1));
        }
        return logits;
    }

    private Tensor eventLogits(Tensor h, Batch.Events events, boolean training) {
        Tensor g = linear(h, parameters.get("head.hidden.weight"), optional("head.hidden.bias"))
                .add(bag("head.features.weight", events.features(), events)).relu();
        g = dropout(g, spec.dropout(), training);
        Tensor logits = linear(g, parameters.get("head.token.weight"), optional("head.token.bias")).to(ScalarType.Float);
        for (int reference = 0; reference < events.moves().size(); reference++) {
            String moves = "head." + MOVES.get(reference);
            Tensor relative = linear(g, parameters.get(moves + ".weight"), optional(moves + ".bias")).to(ScalarType.Float)
                    .mul(events.moveMask()).gather(1, events.moves().get(reference));
            logits = logits.index_add(1, events.pitchTokens(), relative);
        }
        return logits;
    }

    /// Sums of table rows, one sum a position.
    private Tensor bag(String table, Tensor rows, Batch batch) {
        // Indices of one position after the other, all positions with equally many; row 0 (withheld) adds nothing.
        Tensor starts = arange(new Scalar(0), new Scalar(rows.size(0)), new Scalar(rows.size(0) / ((long) batch.windows() * batch.positions())),
                new TensorOptions(ScalarType.Long));
        return embedding_bag(parameters.get(table), rows, starts, false, SUM, false, new TensorOptional(), false,
                new LongOptional(0)).get0();
    }

    private TensorOptional optional(String name) {
        return new TensorOptional(parameters.get(name));
    }
}
