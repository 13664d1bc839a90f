package dev.cadenza.score;

/// Time signature from a tick on; a new one starts a new bar.
///
/// @param numerator beats a bar, 1..255
/// @param denominator note value of a beat: a power of two, 1..128
public record Meter(long tick, int numerator, int denominator) {

    public Meter {
        Checks.tick(tick);
        if (numerator < 1 || numerator > 255) {
            throw new IllegalArgumentException("a bar must have between 1 and 255 beats, not " + numerator);
        }
        if (denominator < 1 || denominator > 128 || Integer.bitCount(denominator) != 1) {
            throw new IllegalArgumentException("a beat must be a power of two between 1 and 128, not " + denominator);
        }
    }

    /// 4/4 from the start.
    public static Meter common() {
        return new Meter(0, 4, 4);
    }

    /// Length of a bar in ticks; rounded down where the resolution cannot express it.
    public long barTicks(int resolution) {
        return 4L * resolution * numerator / denominator;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
