package dev.cadenza.score;

/// A small note that takes its time from a neighbour: it is written before what begins at its tick, and is no note of the part.
///
/// @param tick onset of the note it ornaments
/// @param voice the voice it is written in, 1 for the first
/// @param denominator its written value: 4 for a quarter, 8 for an eighth, 16, ... up to 1024
/// @param slashed whether it is written with a stroke through its stem (acciaccatura)
/// @param chord whether it sounds together with the grace note before it in the list
public record GraceNote(long tick, int voice, Pitch pitch, int denominator, boolean slashed, boolean chord) {
    public GraceNote {
        Checks.tick(tick);
        Checks.fromOne("voice", voice);
        if (denominator < 1 || denominator > 1024 || Integer.bitCount(denominator) != 1) {
            throw new IllegalArgumentException("the value of a grace note must be a power of two up to 1024, not " + denominator);
        }
    }
}
