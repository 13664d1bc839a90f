package dev.cadenza.model;

import java.util.List;

/// The slots of one embedding table: features that are added up at each position.
///
/// Every feature is a *slot* with a number of values; the slots lie one after the other behind row 0, which is always
/// zero and stands for "withheld". The context rows of a tokenizer are the last slots.
///
/// @param offsets first row of each slot
/// @param rows all rows, row 0 included
/// @param firstContext the slot that holds the first context row; the others follow it
public record FeatureTable(int[] offsets, int rows, int firstContext) {

    /// @param sizes values of each slot before the context
    /// @param contextSizes values of each context row
    static FeatureTable of(List<Integer> sizes, int[] contextSizes) {
        int[] offsets = new int[sizes.size() + contextSizes.length];
        int rows = 1;
        for (int slot = 0; slot < offsets.length; slot++) {
            offsets[slot] = rows;
            rows += slot < sizes.size() ? sizes.get(slot) : contextSizes[slot - sizes.size()];
        }
        return new FeatureTable(offsets, rows, sizes.size());
    }

    /// Number of features added up at each position.
    public int slots() {
        return offsets.length;
    }

    /// Writes the rows of the context slots.
    ///
    /// @param context values of the context rows
    /// @param into the rows of a position, from `at`
    void context(int[] context, int[] into, int at) {
        for (int row = 0; row < context.length; row++) {
            int slot = firstContext + row;
            into[at + slot] = offsets[slot] + context[row];
        }
    }
}
