package dev.cadenza.corpus;

/// Reads context from rows x positions.
final class RowReader implements ContextReader {

    private final int[][] rows;
    private final int width;
    private int length;

    RowReader(int[][] rows, int width) {
        this.rows = new int[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            this.rows[row] = rows[row].clone();
        }
        this.width = width;
    }

    @Override
    public void read(int[] values) {
        int position = length / width;
        for (int row = 0; row < values.length; row++) {
            values[row] = row < rows.length && position < rows[row].length ? rows[row][position] : 0;
        }
    }

    @Override
    public void accept(int token) {
        length++;
    }
}
