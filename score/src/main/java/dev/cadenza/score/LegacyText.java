package dev.cadenza.score;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Text of formats that never said how they write letters: programs of today write UTF-8, older ones whatever they used.
public final class LegacyText {

    private LegacyText() {
    }

    /// UTF-8 where the bytes are that, else Latin-1, which gives every byte a character.
    ///
    /// @param from the first byte
    /// @param length how many bytes
    public static String decode(byte[] data, int from, int length) {
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
