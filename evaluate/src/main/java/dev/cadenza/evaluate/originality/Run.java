package dev.cadenza.evaluate.originality;

/// Passages that follow each other in a line of a take and in a line of the index, all the same.
///
/// @param line of the index
/// @param at first note in the take's line
/// @param place first note in the index's line
/// @param notes how many
/// @param transposition how many semitones the take is higher
/// @param bits how surprising
record Run(int line, int at, int place, int notes, int transposition, double bits) {

    /// The note of the take after the last.
    int end() {
        return at + notes;
    }

    int placeEnd() {
        return place + notes;
    }
}
