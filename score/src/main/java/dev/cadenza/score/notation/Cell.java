package dev.cadenza.score.notation;

/// A beat's worth of time on one grid: straight or in triplets.
///
/// @param start in units
/// @param length in units
/// @param step distance of the grid's points, in units
/// @param triplet whether the points are thirds (or sixths) of the beat
record Cell(long start, long length, int step, boolean triplet) {

    long end() {
        return start + length;
    }

    long snap(double position) {
        return Math.min(end(), start + step * Math.round((position - start) / step));
    }
}
