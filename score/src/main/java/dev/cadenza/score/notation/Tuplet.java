package dev.cadenza.score.notation;

/// A stretch of one voice that is written in a tuplet.
///
/// @param start in units
/// @param length in units
/// @param actual how many notes of a value stand in it
/// @param normal how many of that value it is long
record Tuplet(long start, long length, int actual, int normal) {

    /// A value in a tuplet may be cut in two so often.
    private static final int FINEST = 16;

    long end() {
        return start + length;
    }

    /// The shortest that is written in it, in units.
    long shortest() {
        return Math.max(1, length / ((long) actual * FINEST));
    }

    /// Whether something can begin there.
    boolean holds(long unit) {
        return (unit - start) * actual * FINEST % length == 0;
    }

    boolean contains(long unit) {
        return start <= unit && unit < end();
    }
}
