package dev.cadenza.train;

/// Estimates how long a run will still take, from the steps taken in this sitting.
final class Pace {

    private final long first;
    private final long steps;
    private final long began = System.nanoTime();

    /// @param first steps taken before this sitting
    /// @param steps steps of the whole run
    Pace(long first, long steps) {
        this.first = first;
        this.steps = steps;
    }

    long steps() {
        return steps;
    }

    double secondsLeft(long step) {
        double each = (System.nanoTime() - began) / 1e9 / Math.max(1, step - first);
        return Math.max(0, steps - step) * each;
    }
}
