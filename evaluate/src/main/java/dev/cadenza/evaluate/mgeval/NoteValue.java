package dev.cadenza.evaluate.mgeval;

/// The twelve note values that MGEval tells apart.
public enum NoteValue {
    WHOLE(96), HALF(48), QUARTER(24), EIGHTH(12), SIXTEENTH(6),
    DOTTED_HALF(72), DOTTED_QUARTER(36), DOTTED_EIGHTH(18), DOTTED_SIXTEENTH(9),
    HALF_TRIPLET(32), QUARTER_TRIPLET(16), EIGHTH_TRIPLET(8);

    private static final int PER_QUARTER = 24;

    private final int length;

    /// @param length in 24ths of a quarter note
    NoteValue(int length) {
        this.length = length;
    }

    /// The value nearest to a duration; of two equally near the first.
    static NoteValue nearest(long ticks, int resolution) {
        NoteValue nearest = WHOLE;
        double least = Double.POSITIVE_INFINITY;
        double length = (double) ticks * PER_QUARTER / resolution;
        for (NoteValue value : values()) {
            double distance = Math.abs(length - value.length);
            if (distance < least) {
                least = distance;
                nearest = value;
            }
        }
        return nearest;
    }
}
