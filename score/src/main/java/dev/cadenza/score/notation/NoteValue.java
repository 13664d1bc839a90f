package dev.cadenza.score.notation;

/// How a length is written.
///
/// @param type MusicXML's name of the value, "quarter" for instance
/// @param flags beams or flags it carries, 0 from the quarter up
/// @param dots 0 or 1
/// @param triplet whether three stand for two
record NoteValue(String type, int flags, int dots, boolean triplet) {

    private static final String[] TYPES = {"whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th"};

    /// The value that lasts exactly `units`, where there is one.
    ///
    /// @return the value, or [#NONE]
    static NoteValue of(long units, int divisions, boolean triplet) {
        // In a triplet a value lasts two thirds of its length.
        long full = triplet ? units * 3 : units * 2;
        for (int i = 0; i < TYPES.length; i++) {
            // Twice the value's length, so that the shortest stay whole numbers.
            long length = 8L * divisions >> i;
            if (8L * divisions % (1L << i) != 0) {
                break;
            }
            if (full == length) {
                return new NoteValue(TYPES[i], Math.max(0, i - 2), 0, triplet);
            }
            if (2 * full == 3 * length) {
                return new NoteValue(TYPES[i], Math.max(0, i - 2), 1, triplet);
            }
        }
        return NONE;
    }

    static final NoteValue NONE = new NoteValue("", 0, 0, false);
}
