package dev.cadenza.corpus;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Where the numbers of a [TokenSequence] are.
sealed interface TokenValues {

    /// How many tokens there are.
    int count();

    int rows();

    int token(int index);

    int context(int row, int step);

    /// A copy of all tokens.
    int[] tokens();

    /// A copy of a context row.
    int[] contextRow(int row);

    /// In memory.
    ///
    /// @param held the tokens
    /// @param context rows x steps
    record Held(int[] held, int[][] context) implements TokenValues {

        @Override
        public int count() {
            return held.length;
        }

        @Override
        public int rows() {
            return context.length;
        }

        @Override
        public int token(int index) {
            return held[index];
        }

        @Override
        public int context(int row, int step) {
            return context[row][step];
        }

        @Override
        public int[] tokens() {
            return held.clone();
        }

        @Override
        public int[] contextRow(int row) {
            return context[row].clone();
        }
    }

    /// In bytes that lie elsewhere: the tokens, then row by row.
    ///
    /// @param valueBytes bytes a number: 1, 2 or 4
    record Mapped(MemorySegment bytes, int count, int steps, int rows, int valueBytes) implements TokenValues {

        private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
        private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

        private int value(long index) {
            return switch (valueBytes) {
                case 1 -> bytes.get(ValueLayout.JAVA_BYTE, index) & 0xFF;
                case 2 -> bytes.get(SHORT, 2 * index) & 0xFFFF;
                default -> bytes.get(INT, 4 * index);
            };
        }

        private int[] values(long from, int many) {
            int[] values = new int[many];
            for (int i = 0; i < many; i++) {
                values[i] = value(from + i);
            }
            return values;
        }

        @Override
        public int token(int index) {
            return value(index);
        }

        @Override
        public int context(int row, int step) {
            if (step < 0 || step >= steps) {
                throw new IndexOutOfBoundsException(step);
            }
            return value(count + (long) row * steps + step);
        }

        @Override
        public int[] tokens() {
            return values(0, count);
        }

        @Override
        public int[] contextRow(int row) {
            return values(count + (long) row * steps, steps);
        }
    }
}
