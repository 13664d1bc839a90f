package dev.cadenza.train;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/// Which parts of which pieces an epoch learns from.
public final class Windows {

    private Windows() {
    }

    /// A part of a piece.
    ///
    /// @param piece its number
    /// @param start first position
    /// @param length positions
    public record Window(int piece, int start, int length) {
    }

    /// The windows of an epoch in random order; `positionsOf` tells how many a piece has. Overlapping windows (stride below window) start at multiples of the
    /// stride; others are laid anew each epoch, so that no place is always a border.
    public static List<Window> of(Recipe recipe, ToIntFunction<TokenSequence> positionsOf, List<TokenSequence> pieces, RandomGenerator random) {
        List<Window> windows = new ArrayList<>();
        for (int piece = 0; piece < pieces.size(); piece++) {
            int positions = positionsOf.applyAsInt(pieces.get(piece));
            boolean fixed = recipe.stride() < recipe.window() || positions <= recipe.window();
            int shift = fixed ? 0 : random.nextInt(recipe.window());
            int covered = 0;
            for (int at = -shift; covered < positions; at += recipe.stride()) {
                int start = Math.max(0, at);
                int length = Math.min(recipe.window(), positions - start);
                windows.add(new Window(piece, start, length));
                covered = start + length;
            }
        }
        Draws.shuffle(windows, random);
        return windows;
    }

    /// Whole pieces, longest first, so that pieces of a batch are about equally long.
    static List<Window> whole(Batcher batcher, List<TokenSequence> pieces) {
        List<Window> windows = new ArrayList<>();
        for (int piece = 0; piece < pieces.size(); piece++) {
            windows.add(new Window(piece, 0, batcher.positions(pieces.get(piece))));
        }
        windows.sort(Comparator.comparingInt(Window::length).reversed().thenComparingInt(Window::piece));
        return windows;
    }

    /// The tokens at one place of all positions, (windows x positions); [Batch#NOTHING] behind a window's end.
    public static long[] targets(int place, List<Windows.Window> windows, List<TokenSequence> pieces, int positions) {
        long[] target = new long[windows.size() * positions];
        Arrays.fill(target, Batch.NOTHING);
        for (int w = 0; w < windows.size(); w++) {
            Windows.Window window = windows.get(w);
            TokenSequence piece = pieces.get(window.piece());
            for (int i = 0; i < window.length(); i++) {
                target[w * positions + i] = piece.token(window.start() + i, place);
            }
        }
        return target;
    }
}
