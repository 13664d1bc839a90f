package dev.cadenza.corpus;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;

/// Tokens in steps of equal width, with facts about each step beside them.
///
/// `width` tokens make one step of musical time: 1 for a melody, 4 for four voices. Context has one row for each
/// [ContextRow] of the tokenizer, each as long as there are steps.
///
/// The numbers are held in memory, or lie in a file that is mapped into it: then nothing of them is held.
public final class TokenSequence implements Encoding {

    private final int width;
    private final TokenValues values;

    /// @param width tokens a step, 1 or more
    /// @param tokens as many as `width` times the steps
    /// @param context rows x steps; 0 where a value is not known
    public TokenSequence(int width, int[] tokens, int[][] context) {
        if (width < 1 || tokens.length % width != 0) {
            throw new IllegalArgumentException(tokens.length + " tokens do not fill steps of " + width);
        }
        this.width = width;
        int[][] rows = new int[context.length][];
        for (int row = 0; row < context.length; row++) {
            if (context[row].length != tokens.length / width) {
                throw new IllegalArgumentException("context row " + row + " has " + context[row].length + " values for "
                        + tokens.length / width + " steps");
            }
            rows[row] = context[row].clone();
        }
        this.values = new TokenValues.Held(tokens.clone(), rows);
    }

    /// Tokens that lie in bytes, a file's for instance: all tokens step by step, then each context row. The bytes must not
    /// change as long as the sequence is used.
    ///
    /// @param width tokens a step, 1 or more
    /// @param rows context rows
    /// @param bytes `(width + rows) * steps` numbers without sign, the lowest byte first
    /// @param valueBytes how many bytes a number has: 1, 2 or 4
    /// @throws IllegalArgumentException where the bytes are not as many
    public static TokenSequence in(MemorySegment bytes, int width, int rows, int steps, int valueBytes) {
        if (width < 1 || rows < 0 || steps < 0 || bytes.byteSize() != ((long) width + rows) * steps * valueBytes) {
            throw new IllegalArgumentException(bytes.byteSize() + " bytes do not hold " + steps + " steps");
        }
        return new TokenSequence(width, new TokenValues.Mapped(bytes, Math.multiplyExact(width, steps), steps, rows, valueBytes));
    }

    private TokenSequence(int width, TokenValues values) {
        this.width = width;
        this.values = values;
    }

    /// Tokens a step.
    public int width() {
        return width;
    }

    /// Number of steps.
    public int steps() {
        return values.count() / width;
    }

    /// The token of a step in one of its `width` places.
    public int token(int step, int place) {
        return values.token(step * width + place);
    }

    /// A copy of all tokens, step by step.
    public int[] tokens() {
        return values.tokens();
    }

    /// Number of context rows.
    public int contextRows() {
        return values.rows();
    }

    /// A copy of the context, rows x steps.
    public int[][] context() {
        int[][] context = new int[contextRows()][];
        for (int row = 0; row < context.length; row++) {
            context[row] = values.contextRow(row);
        }
        return context;
    }

    /// The value of a context row at a step.
    public int context(int row, int step) {
        return values.context(row, step);
    }

    /// Some steps of it, with their context.
    ///
    /// @param from first step
    /// @param count number of steps
    public TokenSequence slice(int from, int count) {
        int[][] rows = new int[contextRows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = Arrays.copyOfRange(values.contextRow(row), from, from + count);
        }
        return new TokenSequence(width, Arrays.copyOfRange(tokens(), from * width, (from + count) * width), rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenSequence that && width == that.width && Arrays.equals(tokens(), that.tokens())
                && Arrays.deepEquals(context(), that.context());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(tokens()) + Arrays.deepHashCode(context());
    }

    @Override
    public String toString() {
        return "TokenSequence" + List.of(steps(), width);
    }
}
