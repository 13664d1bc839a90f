package dev.cadenza.corpus.store;

import java.nio.charset.StandardCharsets;

/// Reads what [ByteWriter] wrote. Nothing is allocated by a length that the bytes state.
final class ByteReader {

    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The bytes are not what a writer writes.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    long number() throws Malformed {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int group = next();
            value |= (long) (group & 0x7F) << shift;
            if (group < 0x80) {
                return value;
            }
        }
        throw new Malformed("a number is too long");
    }

    int integer(int most) throws Malformed {
        long value = number();
        if (value < 0 || value > most) {
            throw new Malformed("a number is out of range");
        }
        return (int) value;
    }

    long signed() throws Malformed {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /// A signed number between `-most` and `most`.
    int signed(int most) throws Malformed {
        long value = signed();
        if (value < -most || value > most) {
            throw new Malformed("a number is out of range");
        }
        return (int) value;
    }

    String text() throws Malformed {
        long length = number();
        if (length < 0 || length > bytes.length - at) {
            throw new Malformed("a text is longer than the piece");
        }
        String text = new String(bytes, at, (int) length, StandardCharsets.UTF_8);
        at += (int) length;
        return text;
    }

    /// How many elements follow: each takes a byte or more.
    int count() throws Malformed {
        return integer(bytes.length - at);
    }

    void end() throws Malformed {
        if (at != bytes.length) {
            throw new Malformed("bytes are left over");
        }
    }

    private int next() throws Malformed {
        if (at == bytes.length) {
            throw new Malformed("it ends too early");
        }
        return bytes[at++] & 0xFF;
    }
}
