package dev.cadenza.score.abc;

import dev.cadenza.score.Pitch;

/// A pitch as written.
///
/// @param length in atoms, see [Time]
/// @param tied whether a tie follows
record Tone(Pitch pitch, long length, boolean tied) {

    Tone scaled(long times, long by) {
        return new Tone(pitch, length * times / by, tied);
    }

    Tone withTie() {
        return new Tone(pitch, length, true);
    }
}
