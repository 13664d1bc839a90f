package dev.cadenza.train;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32C;

/// Records of a TensorBoard event file: `Event` messages (`event.proto` and `summary.proto` of TensorFlow) in the frame of
/// a TFRecord file. Only the few fields that scalars need are written.
///
/// ```
/// length of the message   8 bytes, little-endian
/// its checksum            4 bytes
/// the message
/// its checksum            4 bytes
/// ```
final class EventRecord {

    /// Bytes of a record beside its message.
    static final int FRAME = 16;
    /// Bytes before the message.
    static final int HEAD = 12;

    // Fields of Event, Summary, Summary.Value and SessionLog.
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION_LOG = 7;
    private static final int VALUE = 1;
    private static final int TAG = 1;
    private static final int SIMPLE_VALUE = 2;
    private static final int STATUS = 1;
    private static final int START = 1;

    // How a field is written.
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private static final int MASK = 0xa282ead8;

    private EventRecord() {
    }

    /// The first record of a file.
    static byte[] version(double wallTime) {
        Message event = new Message().number(WALL_TIME, wallTime).bytes(FILE_VERSION, "brain.Event:2".getBytes(StandardCharsets.US_ASCII));
        return framed(event.toBytes());
    }

    /// Says that work begins anew at a step: readers forget what they read of that step and later ones.
    static byte[] start(double wallTime, long step) {
        Message event = new Message().number(WALL_TIME, wallTime).whole(STEP, step)
                .bytes(SESSION_LOG, new Message().whole(STATUS, START).toBytes());
        return framed(event.toBytes());
    }

    /// Scalars of a step, in the order of the map.
    ///
    /// @param wallTime seconds since 1970
    static byte[] scalars(double wallTime, long step, Map<String, Double> values) {
        Message summary = new Message();
        values.forEach((tag, value) -> summary.bytes(VALUE, new Message().bytes(TAG, tag.getBytes(StandardCharsets.UTF_8))
                .number(SIMPLE_VALUE, value.floatValue()).toBytes()));
        return framed(new Message().number(WALL_TIME, wallTime).whole(STEP, step).bytes(SUMMARY, summary.toBytes()).toBytes());
    }

    /// The step that a message states; 0 where it states none.
    ///
    /// @param message as [#start] and [#scalars] write it
    static long step(ByteBuffer message) {
        ByteBuffer in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + 1 + Double.BYTES);
        if (!in.hasRemaining() || in.get() != (STEP << 3 | VARINT)) {
            return 0;
        }
        long step = 0;
        for (int shift = 0; shift < Long.SIZE && in.hasRemaining(); shift += 7) {
            byte next = in.get();
            step |= (next & 0x7fL) << shift;
            if (next >= 0) {
                break;
            }
        }
        return step;
    }

    /// The checksum of TFRecord files: CRC-32C (Castagnoli), rotated and shifted so that it differs from one of the same
    /// bytes that stands among them.
    static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    private static byte[] framed(byte[] message) {
        ByteBuffer record = ByteBuffer.allocate(FRAME + message.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(message.length).putInt(checksum(record.slice(0, Long.BYTES)));
        record.put(message).putInt(checksum(ByteBuffer.wrap(message)));
        return record.array();
    }

    /// A message of Protocol Buffers, field by field.
    private static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message whole(int field, long value) {
            varint((long) field << 3 | VARINT);
            varint(value);
            return this;
        }

        Message number(int field, double value) {
            varint((long) field << 3 | FIXED_64);
            littleEndian(Double.doubleToLongBits(value), Double.BYTES);
            return this;
        }

        Message number(int field, float value) {
            varint((long) field << 3 | FIXED_32);
            littleEndian(Float.floatToIntBits(value), Float.BYTES);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | BYTES);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        byte[] toBytes() {
            return out.toByteArray();
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7fL) != 0) {
                out.write((int) (rest & 0x7f | 0x80));
                rest >>>= 7;
            }
            out.write((int) rest);
        }

        private void littleEndian(long bits, int bytes) {
            for (int i = 0; i < bytes; i++) {
                out.write((int) (bits >>> 8 * i));
            }
        }
    }
}
