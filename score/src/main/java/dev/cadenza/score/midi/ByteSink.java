package dev.cadenza.score.midi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow, in the byte order of MIDI files: the highest first.
final class ByteSink {

    private byte[] bytes = new byte[256];
    private int size;

    void one(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    void two(int value) {
        one(value >> 8);
        one(value);
    }

    void four(int value) {
        two(value >> 16);
        two(value);
    }

    void fourLetters(String letters) {
        all(letters.getBytes(StandardCharsets.US_ASCII), 4);
    }

    /// Seven bits a byte, the highest first; all but the last byte have their top bit set.
    void number(int value) {
        for (int shift = 21; shift > 0; shift -= 7) {
            if (value >> shift != 0) {
                one(value >> shift & 0x7F | 0x80);
            }
        }
        one(value & 0x7F);
    }

    void all(byte[] other, int length) {
        while (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        System.arraycopy(other, 0, bytes, size, length);
        size += length;
    }

    void chunk(String letters, ByteSink content) {
        fourLetters(letters);
        four(content.size);
        all(content.bytes, content.size);
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
