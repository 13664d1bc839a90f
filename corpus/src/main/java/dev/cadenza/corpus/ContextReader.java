package dev.cadenza.corpus;

/// What a network is told beside the tokens, read along with them. For one piece and one thread.
public interface ContextReader {

    /// Knows nothing, ever.
    ContextReader NONE = of(new int[0][], 1);

    /// What is known where the next token stands.
    ///
    /// @param values one for each [ContextRow], written to; 0 where a value is not known
    void read(int[] values);

    /// Goes on by one token.
    void accept(int token);

    /// Reads from rows that are known beforehand.
    ///
    /// @param rows rows x positions; where a row is shorter than the piece, or is missing, its value is 0
    /// @param width tokens a position
    static ContextReader of(int[][] rows, int width) {
        return new RowReader(rows, width);
    }
}
