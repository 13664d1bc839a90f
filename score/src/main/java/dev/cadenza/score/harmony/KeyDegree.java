package dev.cadenza.score.harmony;

import dev.cadenza.score.Mode;
import dev.cadenza.score.theory.Key;

/// A key as another key sees it: the one on its dominant, the minor one on its sixth degree.
public record KeyDegree(Degree degree, Mode mode) {

    /// How a key lies to another.
    public static KeyDegree of(Key key, Key home) {
        return new KeyDegree(Degree.of(key.tonicSpelling(), home), key.mode());
    }

    /// The key itself; in the simpler spelling where it would have more than seven accidentals.
    public Key key(Key home) {
        int fifths = home.fifths() + (home.mode() == Mode.MINOR ? 3 : 0) + degree.aboveTonic().fifths() - (mode == Mode.MINOR ? 3 : 0);
        return Math.abs(fifths) <= 7 ? new Key(fifths, mode) : Key.on((home.tonic() + degree.semitones()) % 12, mode);
    }
}
