package dev.cadenza.train.sequencegan;

import static org.bytedeco.pytorch.global.torch.embedding;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.lstm;
import static org.bytedeco.pytorch.global.torch.softplus;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.sequencegan.SequenceGanShapes;
import dev.cadenza.train.Parameters;
import dev.cadenza.train.WeightDraw;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;

/// What tells real excerpts from a generator's: an LSTM that reads tokens and where in their bar they are. Its score is the mean
/// over all steps, so that every step is told how it did. `C` units.
record Critic(int units, Tokenizer tokenizer, Parameters parameters) {

    private static final double TABLE = 0.3;

    /// First weights.
    static Critic draw(ModelSpec.SequenceGan spec, Tokenizer tokenizer) {
        WeightDraw weights = new WeightDraw();
        weights.table("token.weight", tokenizer.vocabulary().size(), spec.critic(), TABLE);
        for (ContextRow row : SequenceGanShapes.known(tokenizer)) {
            weights.table("row." + row.name() + ".weight", row.size(), spec.critic(), TABLE);
        }
        weights.recurrence("rnn", ModelSpec.Cell.LSTM, 1, spec.critic(), spec.critic());
        weights.linear("output", 1, spec.critic());
        return new Critic(spec.critic(), tokenizer, weights.done());
    }

    /// How real excerpts seem.
    ///
    /// @param tokens (B, T, V), each a vector with a single one
    /// @param lines whose facts belong to them
    /// @return (B)
    Tensor score(Tensor tokens, Lines lines) {
        Tensor x = tokens.matmul(parameters.get("token.weight"));                              // (B, T, C)
        List<ContextRow> known = SequenceGanShapes.known(tokenizer);
        for (int row = 0; row < known.size(); row++) {
            x = x.add(embedding(parameters.get("row." + known.get(row).name() + ".weight"), lines.rows().get(row)));
        }
        TensorVector weights = new TensorVector();
        for (String name : List.of("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")) {
            weights.push_back(parameters.get("rnn." + name));
        }
        Tensor start = zeros(1, lines.windows(), units);
        Tensor h = lstm(x, new TensorVector(start, start), weights, true, 1, 0, false, false, true).get0();
        return linear(h, parameters.get("output.weight"), new TensorOptional(parameters.get("output.bias")))
                .squeeze(2).mean(1);
    }

    /// What it costs to take `lower` for more real than `higher`, summed over pairs: `ln(1 + e^(lower - higher))`.
    static Tensor mistaken(Tensor higher, Tensor lower) {
        return softplus(lower.sub(higher)).sum();
    }
}
