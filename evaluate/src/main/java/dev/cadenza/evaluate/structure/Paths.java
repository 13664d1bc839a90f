package dev.cadenza.evaluate.structure;

import java.util.Arrays;

/// Best families of paths, see [FitnessScape]. Columns are the frames of the segment, rows those of the piece; column 0 stands beside
/// the segment, where no path is. Beside each score its paths' length in cells and the rows that they cover are carried along,
/// so that nothing has to be traced back.
final class Paths {

    private final double[][] similarity;
    private final int rows;
    private final double[][] score;
    private final int[][] cells;
    private final int[][] covered;
    private final int[][] begun;

    Paths(double[][] similarity) {
        this.similarity = similarity;
        this.rows = similarity.length;
        // Only the last three rows are needed.
        this.score = new double[3][rows + 1];
        this.cells = new int[3][rows + 1];
        this.covered = new int[3][rows + 1];
        this.begun = new int[3][rows + 1];
    }

    double fitness(int from, int length) {
        for (double[] row : score) {
            Arrays.fill(row, 0, length + 1, Double.NEGATIVE_INFINITY);
        }
        for (int row = 0; row < rows; row++) {
            fill(row, from, length);
        }
        int last = (rows - 1) % 3;
        boolean inside = score[last][length] > score[last][0];
        double total = inside ? score[last][length] : score[last][0];
        int allCells = inside ? cells[last][length] : cells[last][0];
        int allCovered = inside ? covered[last][length] + rows - begun[last][length] : covered[last][0];
        double alike = allCells == 0 ? 0 : Math.max(0, (total - length) / allCells);
        double covers = Math.max(0, (allCovered - length) / (double) rows);
        return alike + covers == 0 ? 0 : 2 * alike * covers / (alike + covers);
    }

    private void fill(int row, int from, int length) {
        int now = row % 3;
        beside(row, now, length);
        // A path begins in the first column.
        set(now, 1, score[now][0] + similarity[row][from], cells[now][0] + 1, covered[now][0], row);
        int one = (row + 2) % 3;
        int two = (row + 1) % 3;
        double[] alike = similarity[row];
        double[] scoreNow = score[now];
        double[] scoreOne = score[one];
        double[] scoreTwo = score[two];
        for (int column = 2; column <= length; column++) {
            // Steps forward in the piece and in the segment: (1, 1), (2, 1), (1, 2).
            double best = row >= 1 ? scoreOne[column - 1] : Double.NEGATIVE_INFINITY;
            int bestRow = one;
            int bestColumn = column - 1;
            if (row >= 2 && scoreTwo[column - 1] > best) {
                best = scoreTwo[column - 1];
                bestRow = two;
            }
            if (row >= 1 && column >= 3 && scoreOne[column - 2] > best) {
                best = scoreOne[column - 2];
                bestRow = one;
                bestColumn = column - 2;
            }
            scoreNow[column] = best + alike[from + column - 1];
            if (best > Double.NEGATIVE_INFINITY) {
                cells[now][column] = cells[bestRow][bestColumn] + 1;
                covered[now][column] = covered[bestRow][bestColumn];
                begun[now][column] = begun[bestRow][bestColumn];
            }
        }
    }

    /// Goes on beside the segment, or leaves a path that ended in the row before.
    private void beside(int row, int now, int length) {
        if (row == 0) {
            set(now, 0, 0, 0, 0, 0);
            return;
        }
        int before = (row - 1) % 3;
        boolean ended = score[before][length] > score[before][0];
        set(now, 0, ended ? score[before][length] : score[before][0], ended ? cells[before][length] : cells[before][0],
                ended ? covered[before][length] + row - begun[before][length] : covered[before][0], 0);
    }

    private void set(int row, int column, double value, int pathCells, int rowsCovered, int firstRow) {
        score[row][column] = value;
        cells[row][column] = pathCells;
        covered[row][column] = rowsCovered;
        begun[row][column] = firstRow;
    }
}
