package dev.cadenza.train.sequencegan;

import static org.bytedeco.pytorch.global.torch.argmax;
import static org.bytedeco.pytorch.global.torch.embedding;
import static org.bytedeco.pytorch.global.torch.linear;
import static org.bytedeco.pytorch.global.torch.lstm;
import static org.bytedeco.pytorch.global.torch.lstm_cell;
import static org.bytedeco.pytorch.global.torch.one_hot;
import static org.bytedeco.pytorch.global.torch.rand;
import static org.bytedeco.pytorch.global.torch.softmax;
import static org.bytedeco.pytorch.global.torch.stack;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.sequencegan.SequenceGanShapes;
import dev.cadenza.train.Parameters;
import dev.cadenza.train.WeightDraw;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// The generator for learning: the function that `dev.cadenza.model.sequencegan` plays. `B` excerpts of `T` steps, `V` tokens,
/// `E` the embedding, `H` hidden units, `N` numbers of noise.
record Generator(ModelSpec.SequenceGan spec, Tokenizer tokenizer, Parameters parameters) {

    private static final double TINY = 1e-10;
    private static final double TABLE = 0.3;

    /// First weights.
    static Parameters draw(ModelSpec.SequenceGan spec, Tokenizer tokenizer) {
        WeightDraw weights = new WeightDraw();
        weights.table("token.weight", tokenizer.vocabulary().size() + 1, spec.embedding(), TABLE);
        weights.table("noise.weight", spec.embedding(), spec.noise(), TABLE / Math.sqrt(spec.noise()));
        for (ContextRow row : SequenceGanShapes.known(tokenizer)) {
            weights.table("row." + row.name() + ".weight", row.size(), spec.embedding(), TABLE);
        }
        weights.recurrence("rnn", ModelSpec.Cell.LSTM, spec.layers(), spec.hidden(), spec.embedding());
        weights.linear("output", tokenizer.vocabulary().size(), spec.hidden());
        return weights.done();
    }

    /// Logits where the tokens before are the real ones.
    ///
    /// @param noise (B, N)
    /// @return (B x T, V)
    Tensor logits(Lines lines, Tensor noise) {
        Tensor x = embedding(parameters.get("token.weight"), lines.before()).add(facts(lines))
                .add(heard(noise).unsqueeze(1));                                               // (B, T, E)
        Tensor start = zeros(spec.layers(), lines.windows(), spec.hidden());
        Tensor h = lstm(x, new TensorVector(start, start), recurrent(), true, spec.layers(), 0, false, false, true).get0();
        return output(h.reshape(-1, spec.hidden()));
    }

    /// Music of noise: each token is drawn, and what follows hears it. A token is a vector with a single one; gradients pass
    /// through the softmax beneath it.
    ///
    /// @param lines whose facts are told; their tokens are not
    /// @param noise (B, N)
    /// @param sharpness inverse temperature of that softmax
    /// @return (B, T, V)
    Tensor play(Lines lines, Tensor noise, double sharpness) {
        int vocabulary = tokenizer.vocabulary().size();
        Tensor facts = facts(lines);                                                           // (B, T, E)
        Tensor heard = heard(noise);                                                           // (B, E)
        Tensor table = parameters.get("token.weight").narrow(0, 0, vocabulary);                // (V, E)
        Tensor before = parameters.get("token.weight").narrow(0, vocabulary, 1);               // (1, E): the start
        Tensor gumbel = rand(lines.windows(), lines.positions(), vocabulary).add(new Scalar(TINY)).log().neg()
                .add(new Scalar(TINY)).log().neg();                                            // (B, T, V)
        TensorVector played = new TensorVector();
        Tensor[] h = new Tensor[spec.layers()];
        Tensor[] c = new Tensor[spec.layers()];
        for (int layer = 0; layer < h.length; layer++) {
            h[layer] = zeros(lines.windows(), spec.hidden());
            c[layer] = h[layer];
        }
        for (int step = 0; step < lines.positions(); step++) {
            Tensor x = heard.add(facts.select(1, step)).add(before);                           // (B, E)
            for (int layer = 0; layer < h.length; layer++) {
                T_TensorTensor_T next = lstm_cell(x, new TensorVector(h[layer], c[layer]), rnn("weight_ih", layer),
                        rnn("weight_hh", layer), new TensorOptional(rnn("bias_ih", layer)), new TensorOptional(rnn("bias_hh", layer)));
                h[layer] = next.get0();
                c[layer] = next.get1();
                x = h[layer];
            }
            Tensor scores = output(x).add(gumbel.select(1, step)).mul(new Scalar(sharpness));  // (B, V)
            Tensor soft = softmax(scores, 1);
            Tensor hard = one_hot(argmax(scores, new LongOptional(1), false), vocabulary).to(ScalarType.Float);
            Tensor token = hard.sub(soft.detach()).add(soft);
            played.push_back(token);
            before = token.matmul(table);                                                      // (B, E)
        }
        return stack(played, 1);
    }

    private Tensor heard(Tensor noise) {
        return linear(noise, parameters.get("noise.weight"));
    }

    private Tensor facts(Lines lines) {
        List<ContextRow> known = SequenceGanShapes.known(tokenizer);
        Tensor sum = zeros(lines.windows(), lines.positions(), spec.embedding());
        for (int row = 0; row < known.size(); row++) {
            sum = sum.add(embedding(parameters.get("row." + known.get(row).name() + ".weight"), lines.rows().get(row)));
        }
        return sum;
    }

    private Tensor output(Tensor h) {
        return linear(h, parameters.get("output.weight"), new TensorOptional(parameters.get("output.bias")));
    }

    private Tensor rnn(String name, int layer) {
        return parameters.get("rnn." + name + "_l" + layer);
    }

    private TensorVector recurrent() {
        TensorVector weights = new TensorVector();
        for (int layer = 0; layer < spec.layers(); layer++) {
            for (String name : List.of("weight_ih", "weight_hh", "bias_ih", "bias_hh")) {
                weights.push_back(rnn(name, layer));
            }
        }
        return weights;
    }
}
