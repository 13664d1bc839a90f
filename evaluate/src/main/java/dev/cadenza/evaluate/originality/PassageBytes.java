package dev.cadenza.evaluate.originality;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers and texts as bytes, written and read: numbers of fixed width with the highest byte first, others in groups of seven
/// bits, the lowest first, the top bit saying that another follows. Nothing is allocated by a length that the bytes state.
final class PassageBytes {

    private byte[] bytes;
    private int end;
    private int at;

    /// To write.
    PassageBytes() {
        this.bytes = new byte[1 << 16];
    }

    /// To read the first of some bytes.
    PassageBytes(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /// The bytes are not what a writer writes.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    void fixed(long value, int width) {
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            put((byte) (value >>> shift));
        }
    }

    void number(long value) {
        long rest = value;
        while (rest >>> 7 != 0) {
            put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        put((byte) rest);
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes(utf8);
    }

    void bytes(byte[] all) {
        while (all.length > bytes.length - end) {
            bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
        }
        System.arraycopy(all, 0, bytes, end, all.length);
        end += all.length;
    }

    private void put(byte value) {
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        bytes[end++] = value;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, end);
    }

    long fixed(int width) throws Malformed {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | next();
        }
        return value;
    }

    /// A number of 31 bits at most.
    int integer(int most) throws Malformed {
        long value = 0;
        for (int shift = 0; shift <= 28; shift += 7) {
            int group = next();
            value |= (long) (group & 0x7F) << shift;
            if (group < 0x80) {
                if (value > most) {
                    throw new Malformed("a number is out of range");
                }
                return (int) value;
            }
        }
        throw new Malformed("a number is too long");
    }

    /// How many elements follow.
    ///
    /// @param least bytes that each takes
    int count(int least) throws Malformed {
        return integer((end - at) / least);
    }

    String text() throws Malformed {
        byte[] utf8 = bytes(count(1));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("a name is not text");
        }
    }

    byte[] bytes(int length) throws Malformed {
        if (length > end - at) {
            throw new Malformed("it ends too early");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /// Numbers of 32 bits.
    int[] integers(int count) throws Malformed {
        if (count > (end - at) / Integer.BYTES) {
            throw new Malformed("it ends too early");
        }
        int[] all = new int[count];
        ByteBuffer.wrap(bytes, at, count * Integer.BYTES).asIntBuffer().get(all);
        at += count * Integer.BYTES;
        return all;
    }

    /// The bytes read since a place.
    byte[] since(int from) {
        return Arrays.copyOfRange(bytes, from, at);
    }

    int at() {
        return at;
    }

    void end() throws Malformed {
        if (at != end) {
            throw new Malformed("bytes are left over");
        }
    }

    private int next() throws Malformed {
        if (at >= end) {
            throw new Malformed("it ends too early");
        }
        return bytes[at++] & 0xFF;
    }
}
