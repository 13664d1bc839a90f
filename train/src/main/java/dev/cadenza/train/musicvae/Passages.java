package dev.cadenza.train.musicvae;

import static org.bytedeco.pytorch.global.torch.cat;
import static org.bytedeco.pytorch.global.torch.full;
import static org.bytedeco.pytorch.global.torch.tensor;

import dev.cadenza.corpus.TokenSequence;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// A batch of `B` excerpts of `T` steps of `P` places.
///
/// @param tokens (B, T, P)
record Passages(int count, int steps, int places, Tensor tokens) {

    static Passages of(List<TokenSequence> excerpts) {
        int steps = excerpts.getFirst().steps();
        int places = excerpts.getFirst().width();
        long[] numbers = new long[excerpts.size() * steps * places];
        int at = 0;
        for (TokenSequence excerpt : excerpts) {
            for (int token : excerpt.tokens()) {
                numbers[at++] = token;
            }
        }
        return new Passages(excerpts.size(), steps, places, tensor(numbers).reshape(excerpts.size(), steps, places));
    }

    /// Tokens that are predicted.
    long scored() {
        return (long) count * steps * places;
    }

    /// What stands before each step.
    ///
    /// @param sequence (B, T, P), the tokens themselves or others in their stead
    /// @param none what stands before the first step
    /// @return (B, T, P)
    Tensor before(Tensor sequence, int none) {
        Tensor first = full(new long[] {count, 1, places}, new Scalar(none), new TensorOptions(ScalarType.Long));
        return cat(new TensorVector(first, sequence.narrow(1, 0, steps - 1)), 1);
    }

    /// The tokens of one place, (B x T).
    Tensor targets(int place) {
        return tokens.select(2, place).reshape(-1);
    }
}
