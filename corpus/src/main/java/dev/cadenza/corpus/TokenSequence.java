package dev.cadenza.corpus;

import java.util.Arrays;
import java.util.List;

/// Tokens in steps of equal width, with facts about each step beside them.
///
/// `width` tokens make one step of musical time: 1 for a melody, 4 for four voices. Context has one row for each
/// [ContextRow] of the tokenizer, each as long as there are steps.
public final class TokenSequence implements Encoding {

    private final int width;
    private final int[] tokens;
    private final int[][] context;

    /// @param width tokens a step, 1 or more
    /// @param tokens as many as `width` times the steps
    /// @param context rows x steps; 0 where a value is not known
    public TokenSequence(int width, int[] tokens, int[][] context) {
        if (width < 1 || tokens.length % width != 0) {
            throw new IllegalArgumentException(tokens.length + " tokens do not fill steps of " + width);
        }
        this.width = width;
        this.tokens = tokens.clone();
        this.context = new int[context.length][];
        for (int row = 0; row < context.length; row++) {
            if (context[row].length != tokens.length / width) {
                throw new IllegalArgumentException("context row " + row + " has " + context[row].length + " values for "
                        + tokens.length / width + " steps");
            }
            this.context[row] = context[row].clone();
        }
    }

    /// Tokens a step.
    public int width() {
        return width;
    }

    /// Number of steps.
    public int steps() {
        return tokens.length / width;
    }

    /// The token of a step in one of its `width` places.
    public int token(int step, int place) {
        return tokens[step * width + place];
    }

    /// A copy of all tokens, step by step.
    public int[] tokens() {
        return tokens.clone();
    }

    /// Number of context rows.
    public int contextRows() {
        return context.length;
    }

    /// A copy of the context, rows x steps.
    public int[][] context() {
        return Arrays.stream(context).map(int[]::clone).toArray(int[][]::new);
    }

    /// The value of a context row at a step.
    public int context(int row, int step) {
        return context[row][step];
    }

    /// Some steps of it, with their context.
    ///
    /// @param from first step
    /// @param count number of steps
    public TokenSequence slice(int from, int count) {
        int[][] rows = new int[context.length][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(context[row], from, from + count);
        }
        return new TokenSequence(width, Arrays.copyOfRange(tokens, from * width, (from + count) * width), rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenSequence that && width == that.width && Arrays.equals(tokens, that.tokens)
                && Arrays.deepEquals(context, that.context);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(tokens) + Arrays.deepHashCode(context);
    }

    @Override
    public String toString() {
        return "TokenSequence" + List.of(steps(), width);
    }
}
