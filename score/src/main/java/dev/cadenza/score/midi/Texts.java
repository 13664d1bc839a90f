package dev.cadenza.score.midi;

import dev.cadenza.score.LegacyText;

/// Text in MIDI files. The standard knows ASCII only; programs of today write UTF-8, older ones whatever they used.
final class Texts {

    /// Begins the text event that holds a chord symbol.
    static final String CHORD = "Chord: ";

    /// Begins the text event that names the composer.
    static final String COMPOSER = "Composer: ";

    private Texts() {
    }

    /// UTF-8 where the bytes are that, else Latin-1, which gives every byte a character.
    static String decode(byte[] data, int from, int length) {
        return LegacyText.decode(data, from, length);
    }
}
