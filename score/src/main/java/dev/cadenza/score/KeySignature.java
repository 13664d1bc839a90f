package dev.cadenza.score;

/// Key from a tick on.
///
/// @param fifths sharps (positive) or flats (negative) of the signature, -7..7
public record KeySignature(long tick, int fifths, Mode mode) {

    public KeySignature {
        Checks.tick(tick);
        if (fifths < -7 || fifths > 7) {
            throw new IllegalArgumentException("a key signature has at most 7 accidentals, not " + fifths);
        }
    }

    /// Pitch class of the tonic, 0..11.
    public int tonic() {
        return Math.floorMod(fifths * 7 + (mode == Mode.MINOR ? 9 : 0), 12);
    }
}
