package dev.cadenza.score.theory;

import java.util.Optional;

/// What the text of a chord symbol was understood as.
public sealed interface ChordReading {

    /// A chord.
    ///
    /// @param exact whether the text says nothing beyond it; false where altered tones were left out (`C9#11` read as `C9`)
    record Understood(Chord chord, boolean exact) implements ChordReading {
    }

    /// No chord sounds: `N.C.`, `N`, or no text at all.
    record NoChord() implements ChordReading {
    }

    /// Text that names no chord.
    record Unknown(String text) implements ChordReading {
    }

    /// The chord, where there is one.
    default Optional<Chord> understood() {
        return this instanceof Understood understood ? Optional.of(understood.chord()) : Optional.empty();
    }
}
