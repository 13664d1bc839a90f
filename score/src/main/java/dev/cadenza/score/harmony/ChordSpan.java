package dev.cadenza.score.harmony;

import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Key;

/// A chord for a while.
///
/// @param start in ticks
/// @param end in ticks
/// @param chord spelled as in its key
/// @param key the key it is heard in
public record ChordSpan(long start, long end, Chord chord, Key key) {

    /// What the chord is in its key.
    public RomanNumeral numeral() {
        return RomanNumeral.of(chord, key);
    }

    /// The numeral as it is written in this key.
    public String numeralText() {
        return numeral().text(key.mode());
    }
}
