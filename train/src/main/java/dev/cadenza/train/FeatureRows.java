package dev.cadenza.train;

import dev.cadenza.model.FeatureTable;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/// Gathers the rows of one table for a batch, some withheld.
///
/// @param withheld share of features that are withheld
/// @param withheldHints for each window and context row, whether it is withheld as a whole
record FeatureRows(FeatureTable table, List<Windows.Window> windows, int positions, double withheld,
                   boolean[][] withheldHints, RandomGenerator random) {

    /// @param read rows of each window's piece
    long[] gather(List<int[]> read) {
        int slots = table.slots();
        long[] rows = new long[windows.size() * positions * slots];
        for (int w = 0; w < windows.size(); w++) {
            Windows.Window window = windows.get(w);
            int[] piece = read.get(w);
            for (int i = 0; i < window.length() * slots; i++) {
                int slot = i % slots;
                int row = piece[window.start() * slots + i];
                int hint = slot - table.firstContext();
                if (hint >= 0 && withheldHints[w][hint]) {
                    row = table.offsets()[slot];    // the value that means "not known"
                }
                boolean drop = withheld > 0 && random.nextFloat() < withheld;
                rows[w * positions * slots + i] = drop ? 0 : row;
            }
        }
        return rows;
    }

    /// Which context rows are withheld from which windows.
    ///
    /// @param hint whether a context row is a hint
    /// @param share how often a hint is withheld
    static boolean[][] withheldHints(int windows, int rows, IntPredicate hint, double share, RandomGenerator random) {
        boolean[][] withheld = new boolean[windows][rows];
        for (boolean[] window : withheld) {
            for (int row = 0; row < window.length; row++) {
                window[row] = hint.test(row) && (share >= 1 || share > 0 && random.nextDouble() < share);
            }
        }
        return withheld;
    }
}
