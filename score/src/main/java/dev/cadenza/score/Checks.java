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

    static void sevenBit(String what, int value) {
        if (value < 0 || value > 127) {
            throw new IllegalArgumentException(what + " must be between 0 and 127, not " + value);
        }
    }
}
