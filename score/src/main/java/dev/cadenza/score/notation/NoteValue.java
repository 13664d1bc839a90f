package dev.cadenza.score.notation;

/// How a length is written.
///
/// @param type MusicXML's name of the value, "quarter" for instance
/// @param flags beams or flags it carries, 0 from the quarter up
/// @param dots 0 or 1
/// @param actual how many stand for `normal` in a tuplet; 1 outside of one
/// @param normal how many they stand for; 1 outside of a tuplet
record NoteValue(String type, int flags, int dots, int actual, int normal) {

    private static final String[] TYPES = {"whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th", "256th", "512th", "1024th"};

    static final NoteValue NONE = new NoteValue("", 0, 0, 1, 1);

    /// Of a length that no value has: it is written by its duration alone.
    static final NoteValue UNWRITABLE = new NoteValue("", -1, 0, 1, 1);

    /// The value that lasts exactly `units`, where there is one.
    ///
    /// @return the value, or [#NONE]
    static NoteValue of(long units, int divisions, int actual, int normal) {
        // Twice the length that it would have outside of the tuplet, so that the shortest stay whole numbers.
        if (2 * units * actual % normal != 0) {
            return NONE;
        }
        long full = 2 * units * actual / normal;
        for (int i = 0; i < TYPES.length && 8L * divisions % (1L << i) == 0; i++) {
            long length = 8L * divisions >> i;
            if (full == length) {
                return new NoteValue(TYPES[i], Math.max(0, i - 2), 0, actual, normal);
            }
            if (2 * full == 3 * length) {
                return new NoteValue(TYPES[i], Math.max(0, i - 2), 1, actual, normal);
            }
        }
        return NONE;
    }

    boolean inTuplet() {
        return actual != normal;
    }
}
