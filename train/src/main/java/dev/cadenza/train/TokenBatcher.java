package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.tensor;

import dev.cadenza.corpus.TokenSequence;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Batches of the token layout.
///
/// @param start the token that stands before the first
record TokenBatcher(int start) implements Batcher {

    @Override
    public int positions(TokenSequence piece) {
        return piece.steps() * piece.width();
    }

    @Override
    public Batch batch(List<Windows.Window> windows, List<TokenSequence> pieces, Withheld withheld,
            RandomGenerator random) {
        int count = windows.size();
        int positions = windows.stream().mapToInt(Windows.Window::length).max().orElseThrow();
        long[] input = new long[count * positions];
        long[] target = new long[count * positions];
        Arrays.fill(target, Batch.NOTHING);
        long scored = 0;
        for (int w = 0; w < count; w++) {
            Windows.Window window = windows.get(w);
            int[] tokens = pieces.get(window.piece()).tokens();
            for (int i = 0; i < window.length(); i++) {
                int position = window.start() + i;
                input[w * positions + i] = position == 0 ? start : tokens[position - 1];
                target[w * positions + i] = tokens[position];
            }
            scored += window.length();
        }
        return new Batch.Tokens(count, positions, scored, tensor(input).reshape(count, positions), tensor(target));
    }
}
