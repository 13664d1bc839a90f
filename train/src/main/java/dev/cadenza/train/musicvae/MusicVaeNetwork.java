package dev.cadenza.train.musicvae;

import static org.bytedeco.pytorch.global.torch.arange;
import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.dropout;
import static org.bytedeco.pytorch.global.torch.embedding;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.lstm;
import static org.bytedeco.pytorch.global.torch.softplus;
import static org.bytedeco.pytorch.global.torch.tanh;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.musicvae.InputRows;
import dev.cadenza.train.Parameters;
import dev.cadenza.train.Precision;
import dev.cadenza.train.WeightDraw;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// The MusicVAE for learning: the function that `dev.cadenza.model.musicvae` plays, with dropout. `B` excerpts of `T` steps of `P`
/// places, `V` tokens, `E` the embedding, `Z` latent numbers, `S` sections, `K` the condition, `L` layers of `D` decoder units.
///
/// @param precision what recurrences and products are computed in
record MusicVaeNetwork(ModelSpec.MusicVae spec, InputRows rows, Parameters parameters, Precision precision) {

    private static final double TABLE = 0.3;
    private static final List<String> WEIGHTS = List.of("weight_ih_l", "weight_hh_l", "bias_ih_l", "bias_hh_l");

    /// A Gaussian for each excerpt.
    ///
    /// @param mean (B, Z)
    /// @param deviation (B, Z)
    record Gaussians(Tensor mean, Tensor deviation) {

        /// What a point of each tells beside one of the standard normal distribution, in nats, (B).
        Tensor nats() {
            return mean.square().add(deviation.square()).sub(deviation.log().mul(new Scalar(2))).sub(new Scalar(1)).sum(1)
                    .mul(new Scalar(0.5));
        }
    }

    /// With weights drawn anew from libtorch's default generator.
    static MusicVaeNetwork initialised(ModelSpec.MusicVae spec, Tokenizer tokenizer, Precision precision) {
        InputRows rows = InputRows.of(spec, tokenizer);
        WeightDraw weights = new WeightDraw();
        weights.table("encoder.input.weight", rows.rows(), spec.embedding(), TABLE);
        weights.recurrence("encoder.forward", ModelSpec.Cell.LSTM, 1, spec.encoder(), spec.embedding());
        weights.recurrence("encoder.backward", ModelSpec.Cell.LSTM, 1, spec.encoder(), spec.embedding());
        weights.linear("latent.mean", spec.latent(), 2 * spec.encoder());
        weights.linear("latent.deviation", spec.latent(), 2 * spec.encoder());
        if (spec.hierarchical()) {
            weights.linear("conductor.start", 2 * spec.conductor(), spec.latent());
            weights.recurrence("conductor", ModelSpec.Cell.LSTM, 1, spec.conductor(), spec.latent());
        }
        weights.linear("decoder.start", 2 * spec.layers() * spec.decoder(), spec.condition());
        weights.table("decoder.input.weight", rows.rows(), spec.embedding(), TABLE);
        weights.recurrence("decoder", ModelSpec.Cell.LSTM, spec.layers(), spec.decoder(), spec.embedding() + spec.condition());
        for (int place = 0; place < rows.places(); place++) {
            String head = "head." + place;
            weights.linear(head + ".hidden", spec.head(), spec.decoder());
            if (place > 0) {
                weights.table(head + ".features.weight", place * rows.vocabulary(), spec.head(), TABLE);
            }
            weights.linear(head + ".token", rows.vocabulary(), spec.head());
        }
        return new MusicVaeNetwork(spec, rows, weights.done(), precision);
    }

    MusicVaeNetwork with(Parameters others) {
        return new MusicVaeNetwork(spec, rows, others, precision);
    }

    /// Where excerpts lie.
    Gaussians encode(Passages passages) {
        return precision.compute(() -> {
            Tensor x = precision.cast(summed("encoder.input.weight", passages.tokens(), passages.steps()));    // (B, T, E)
            Tensor start = precision.cast(zeros(2, passages.count(), spec.encoder()));
            TensorVector weights = new TensorVector();
            recurrent("encoder.forward.", 1, weights);
            recurrent("encoder.backward.", 1, weights);
            Tensor last = lstm(x, new TensorVector(start, start), weights, true, 1, 0, false, true, true).get1();  // (2, B, H)
            Tensor both = cat(new TensorVector(last.select(0, 0), last.select(0, 1)), 1);                         // (B, 2H)
            return new Gaussians(affine("latent.mean", both).to(ScalarType.Float),
                    softplus(affine("latent.deviation", both).to(ScalarType.Float)));
        });
    }

    /// Logits of each place, where points are known and what stands before each step.
    ///
    /// @param points (B, Z)
    /// @param before (B, T, P); the row of no token is the vocabulary's size
    /// @param inputDropout share of the decoder's summed embedding that is silenced
    /// @return a tensor of (B x T, V) a place
    List<Tensor> logits(Tensor points, Tensor before, Passages passages, boolean training, double inputDropout) {
        return precision.compute(() -> {
            Tensor x = dropout(summed("decoder.input.weight", before, passages.steps()), inputDropout, training);
            Tensor h = decoded(x, conditions(points), passages, training);                      // (B x T, D)
            List<Tensor> logits = new ArrayList<>();
            for (int place = 0; place < rows.places(); place++) {
                String head = "head." + place;
                Tensor g = affine(head + ".hidden", h);
                if (place > 0) {
                    g = g.add(embedding(parameters.get(head + ".features.weight"),
                            offset(passages.tokens().narrow(2, 0, place), rows.vocabulary())).sum(2).reshape(-1, spec.head()));
                }
                logits.add(affine(head + ".token", g.relu()).to(ScalarType.Float));
            }
            return logits;
        });
    }

    /// @return (B x S, K)
    private Tensor conditions(Tensor points) {
        if (!spec.hierarchical()) {
            return points;
        }
        TensorVector weights = new TensorVector();
        recurrent("conductor.", 1, weights);
        Tensor x = points.unsqueeze(1).expand(points.size(0), spec.bars(), spec.latent());
        return lstm(precision.cast(x).contiguous(), states("conductor.start", points, 1, spec.conductor()), weights, true, 1, 0,
                false, false, true).get0().reshape(-1, spec.conductor());
    }

    /// @param x (B, T, E)
    /// @return (B x T, D)
    private Tensor decoded(Tensor x, Tensor conditions, Passages passages, boolean training) {
        long sections = conditions.size(0);
        long length = (long) passages.count() * passages.steps() / sections;
        Tensor told = conditions.unsqueeze(1).expand(sections, length, spec.condition());
        Tensor input = cat(new TensorVector(precision.cast(x.reshape(sections, length, spec.embedding())), precision.cast(told)), 2);
        TensorVector weights = new TensorVector();
        recurrent("decoder.", spec.layers(), weights);
        // libtorch refuses dropout between layers where there is one layer only
        double between = spec.layers() > 1 ? spec.dropout() : 0;
        Tensor h = lstm(input, states("decoder.start", conditions, spec.layers(), spec.decoder()), weights, true, spec.layers(),
                between, training, false, true).get0();
        return dropout(h, spec.dropout(), training).reshape(-1, spec.decoder());
    }

    /// First states of an LSTM: outputs and cells, each (layers, sequences, hidden).
    private TensorVector states(String name, Tensor from, int layers, int hidden) {
        Tensor all = precision.cast(tanh(affine(name, from))).reshape(-1, layers, 2, hidden);
        return new TensorVector(all.select(2, 0).transpose(0, 1).contiguous(), all.select(2, 1).transpose(0, 1).contiguous());
    }

    /// Sums of rows of an input table, (B, T, E).
    private Tensor summed(String table, Tensor tokens, int steps) {
        Tensor weights = parameters.get(table);
        Tensor positions = arange(new Scalar(steps), new TensorOptions(ScalarType.Long)).remainder(new Scalar(spec.barSteps()))
                .add(new Scalar(rows.position(0)));
        return embedding(weights, offset(tokens, rows.vocabulary() + 1)).sum(2).add(embedding(weights, positions).unsqueeze(0));
    }

    /// Tokens of several places as rows of one table.
    private static Tensor offset(Tensor tokens, int each) {
        return tokens.add(arange(new Scalar(tokens.size(2)), new TensorOptions(ScalarType.Long)).mul(new Scalar(each)));
    }

    private void recurrent(String prefix, int layers, TensorVector weights) {
        for (int layer = 0; layer < layers; layer++) {
            for (String name : WEIGHTS) {
                weights.push_back(parameters.get(prefix + name + layer));
            }
        }
    }

    private Tensor affine(String name, Tensor x) {
        return linear(x, parameters.get(name + ".weight"), new TensorOptional(parameters.get(name + ".bias")));
    }
}
