package dev.cadenza.model;

import java.util.Arrays;

/// Finds, after each symbol of a growing sequence, the longest suffix that occurred before, and what followed it then.
///
/// Of several occurrences of equal length the latest counts. Time and memory grow with the length so far.
final class Recall {

    /// Classes of lengths: 0 without a match, then 1, 2, 3-4, 5-8, ... up to 65 and more.
    static final int LENGTHS = 9;

    private long[] symbols = new long[256];
    private int[] lengths = new int[256];   // lengths[j]: how long the suffixes ending at j and at the end agree
    private int size;
    private int best = -1;
    private int bestLength;

    void append(long symbol) {
        if (size == symbols.length) {
            symbols = Arrays.copyOf(symbols, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        best = -1;
        bestLength = 0;
        for (int j = size - 1; j >= 0; j--) {
            lengths[j] = symbols[j] == symbol ? 1 + (j > 0 ? lengths[j - 1] : 0) : 0;
            if (lengths[j] > bestLength) {
                bestLength = lengths[j];
                best = j;
            }
        }
        symbols[size++] = symbol;
    }

    /// Index of the symbol that followed the longest match, or -1 where there was no match.
    int next() {
        return best < 0 ? -1 : best + 1;
    }

    /// Length of the longest match.
    int length() {
        return bestLength;
    }

    static int lengthClass(int length) {
        return length == 0 ? 0 : Math.min(LENGTHS - 1, 33 - Integer.numberOfLeadingZeros(length - 1));
    }
}
