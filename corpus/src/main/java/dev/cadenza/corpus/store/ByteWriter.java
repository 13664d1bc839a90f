package dev.cadenza.corpus.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers and texts as bytes: whole numbers in groups of seven bits, the lowest first, the top bit saying that another
/// group follows.
final class ByteWriter {

    private byte[] bytes = new byte[1 << 12];
    private int size;

    /// A number of 64 bits without sign.
    void number(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            put((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
    }

    /// A number that may be below 0: 0, -1, 1, -2, 2, ... become 0, 1, 2, 3, 4, ...
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        for (byte b : utf8) {
            put(b);
        }
    }

    private void put(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
