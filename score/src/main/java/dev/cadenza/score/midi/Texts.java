package dev.cadenza.score.midi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

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
        boolean ascii = true;
        for (int i = from; i < from + length; i++) {
            ascii &= data[i] >= 0;
        }
        if (!ascii) {
            try {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data, from, length)).toString();
            } catch (CharacterCodingException e) {
                return new String(data, from, length, StandardCharsets.ISO_8859_1);
            }
        }
        return new String(data, from, length, StandardCharsets.ISO_8859_1);
    }
}
