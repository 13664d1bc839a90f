package dev.cadenza.score.musicxml;

/// How much one file may hold: far more than any music, and little enough for memory.
final class Budget {

    private static final int MAX_THINGS = 1_000_000;

    private int things;

    /// Counts a bar, a note, a syllable or a sign.
    ///
    /// @throws dev.cadenza.score.CadenzaException.InputException TOO_LONG where there are too many
    void take(XmlCursor cursor) {
        if (++things > MAX_THINGS) {
            throw cursor.refused("TOO_LONG", "the score has more than " + MAX_THINGS + " bars, notes and signs");
        }
    }
}
