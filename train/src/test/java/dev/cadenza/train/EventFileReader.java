package dev.cadenza.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads TensorBoard event files by their published description, sharing nothing with the code that writes them: the
/// checksum is computed bit by bit, messages are split into fields by the rules of Protocol Buffers.
final class EventFileReader {

    /// @param version `brain.Event:2` in the first event of a file, else empty
    /// @param starts whether it says that work starts anew
    record Event(double wallTime, long step, String version, boolean starts, Map<String, Float> scalars) {
    }

    private EventFileReader() {
    }

    static List<Event> read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Event> events = new ArrayList<>();
        while (in.hasRemaining()) {
            byte[] length = new byte[8];
            in.get(in.position(), length);
            byte[] message = new byte[(int) in.getLong()];
            assertEquals(masked(length), in.getInt(), "checksum of the length of event " + events.size());
            in.get(message);
            assertEquals(masked(message), in.getInt(), "checksum of event " + events.size());
            events.add(event(message));
        }
        return events;
    }

    private static Event event(byte[] message) {
        double wallTime = 0;
        long step = 0;
        String version = "";
        boolean starts = false;
        Map<String, Float> scalars = new TreeMap<>();
        for (Field field : fields(message)) {
            switch (field.number) {
                case 1 -> wallTime = Double.longBitsToDouble(field.value);
                case 2 -> step = field.value;
                case 3 -> version = new String(field.bytes, StandardCharsets.UTF_8);
                case 5 -> fields(field.bytes).forEach(value -> {
                    List<Field> parts = fields(value.bytes);
                    scalars.put(new String(parts.get(0).bytes, StandardCharsets.UTF_8),
                            Float.intBitsToFloat((int) parts.get(1).value));
                });
                case 7 -> starts = fields(field.bytes).getFirst().value == 1;
                default -> throw new AssertionError("no field " + field.number + " is expected");
            }
        }
        return new Event(wallTime, step, version, starts, scalars);
    }

    private record Field(int number, long value, byte[] bytes) {
    }

    private static List<Field> fields(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            long value = 0;
            byte[] bytes = new byte[0];
            switch (key & 7) {
                case 0 -> value = varint(in);
                case 1 -> value = in.getLong();
                case 2 -> in.get(bytes = new byte[(int) varint(in)]);
                case 5 -> value = in.getInt() & 0xffffffffL;
                default -> throw new AssertionError("no wire type " + (key & 7));
            }
            fields.add(new Field(key >> 3, value, bytes));
        }
        return fields;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    /// CRC-32C by its polynomial, without a table.
    static int crc(byte[] bytes) {
        int crc = ~0;
        for (byte next : bytes) {
            crc ^= next & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> 1) ^ ((crc & 1) != 0 ? 0x82f63b78 : 0);
            }
        }
        return ~crc;
    }

    private static int masked(byte[] bytes) {
        int crc = crc(bytes);
        return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }
}
