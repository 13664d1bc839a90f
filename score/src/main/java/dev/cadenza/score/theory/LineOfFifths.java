package dev.cadenza.score.theory;

import dev.cadenza.score.Letter;
import dev.cadenza.score.Spelling;

/// Spellings in order of fifths: ... Bb (-2), F (-1), C (0), G (1) ... B (5), F# (6) ...
final class LineOfFifths {

    private static final Letter[] LETTERS = {Letter.F, Letter.C, Letter.G, Letter.D, Letter.A, Letter.E, Letter.B};

    private LineOfFifths() {
    }

    /// @param place fifths above C, -15..19 (double flats to double sharps)
    static Spelling spelling(int place) {
        return new Spelling(LETTERS[Math.floorMod(place + 1, 7)], Math.floorDiv(place + 1, 7));
    }

    /// The place of a pitch class among the twelve that begin at `lowest`.
    static int place(int pitchClass, int lowest) {
        return lowest + Math.floorMod(7 * pitchClass - lowest, 12);
    }
}
