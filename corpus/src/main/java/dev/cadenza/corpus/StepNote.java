package dev.cadenza.corpus;

/// A note of one voice on the grid.
///
/// @param start first step, 0 or more
/// @param end first step after it; more than `start`
record StepNote(int start, int end, int pitch) {

    int length() {
        return end - start;
    }

    StepNote until(int step) {
        return new StepNote(start, step, pitch);
    }
}
