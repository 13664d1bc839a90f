package dev.cadenza.score.abc;

import dev.cadenza.score.Meter;

/// Musical time that is exact for usual tuplets: atoms, of which a tick has 1,441,440 (2^5 * 3^2 * 5 * 7 * 11 * 13).
final class Time {

    static final int RESOLUTION = 480;
    static final long TICK = 1_441_440;
    static final long QUARTER = RESOLUTION * TICK;
    static final long WHOLE = 4 * QUARTER;

    /// The longest note that can be written, in atoms.
    static final long LONGEST = 1_000 * WHOLE;

    private Time() {
    }

    /// The tick nearest to a time.
    static long tick(long atoms) {
        return (atoms + TICK / 2) / TICK;
    }

    /// A part of a whole note.
    static long of(int numerator, int denominator) {
        return WHOLE * numerator / denominator;
    }

    static long bar(Meter meter) {
        return of(meter.numerator(), meter.denominator());
    }

    /// Reads the length behind a note or rest: `3`, `3/2`, `/`, `//`.
    ///
    /// @param unit the unit length, in atoms
    /// @return in atoms; -1 where it is less than a tick or more than [#LONGEST]
    static long length(Cursor in, long unit) {
        int times = Math.abs(in.number());
        long length = unit * times;
        while (in.take('/')) {
            int number = in.number();
            length /= number < 0 ? 2 : Math.max(number, 1);
        }
        return length < TICK || length > LONGEST ? -1 : length;
    }
}
