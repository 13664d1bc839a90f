package dev.cadenza.score;

/// Range checks shared by the records of this package.
final class Checks {

    private Checks() {
    }

    static void tick(long tick) {
        if (tick < 0) {
            throw new IllegalArgumentException("tick must not be negative: " + tick);
        }
    }

    static void span(long tick, long end) {
        tick(tick);
        if (end < tick) {
            throw new IllegalArgumentException("it must not end at " + end + ", before it begins at " + tick);
        }
    }

    static void fromOne(String what, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be 1 or more, not " + value);
        }
    }

    static void sevenBit(String what, int value) {
        if (value < 0 || value > 127) {
            throw new IllegalArgumentException(what + " must be between 0 and 127, not " + value);
        }
    }
}
