package dev.cadenza.corpus.exchange;

import dev.cadenza.score.Place;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One array as NumPy stores it (NEP 1, `.npy`): versions 1 to 3 are read, version 1 is written.
///
/// @param kind `b` (true or false), `u`, `i` (whole numbers) or `f` (fractions)
/// @param width bytes a value, 1, 2, 4 or 8; of `f` 4 or 8
/// @param order of the bytes of a value
/// @param columnsFirst whether the first index runs fastest (Fortran order)
/// @param shape lengths; their product is the number of values, and `data` holds exactly those
/// @param data shared, not to be written to
record NpyArray(char kind, int width, ByteOrder order, boolean columnsFirst, List<Integer> shape, ByteBuffer data) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int ALIGNMENT = 64;
    private static final int MAX_HEADER = 4096;
    private static final int MAX_DIMENSIONS = 4;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-zA-Z])([0-9]{1,3})'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, L]{0,100})\\)");

    static NpyArray ofBytes(char kind, byte[] values, int... shape) {
        return new NpyArray(kind, 1, ByteOrder.LITTLE_ENDIAN, false, list(shape), ByteBuffer.wrap(values));
    }

    static NpyArray ofInts(int[] values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        data.asIntBuffer().put(values);
        return new NpyArray('i', 4, ByteOrder.LITTLE_ENDIAN, false, List.of(values.length), data);
    }

    static NpyArray ofDoubles(double[] values, int... shape) {
        ByteBuffer data = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        data.asDoubleBuffer().put(values);
        return new NpyArray('f', 8, ByteOrder.LITTLE_ENDIAN, false, list(shape), data);
    }

    private static List<Integer> list(int... shape) {
        List<Integer> lengths = new ArrayList<>();
        for (int length : shape) {
            lengths.add(length);
        }
        return lengths;
    }

    /// How many values.
    int size() {
        return data.capacity() / width;
    }

    /// A value, in the order they are stored.
    double value(int index) {
        int at = index * width;
        return switch (kind) {
            case 'f' -> width == 4 ? data.getFloat(at) : data.getDouble(at);
            case 'u', 'b' -> unsigned(at);
            default -> switch (width) {
                case 1 -> data.get(at);
                case 2 -> data.getShort(at);
                case 4 -> data.getInt(at);
                default -> data.getLong(at);
            };
        };
    }

    private double unsigned(int at) {
        return switch (width) {
            case 1 -> data.get(at) & 0xFF;
            case 2 -> data.getShort(at) & 0xFFFF;
            case 4 -> data.getInt(at) & 0xFFFF_FFFFL;
            default -> {
                long value = data.getLong(at);
                yield value >= 0 ? value : Double.MAX_VALUE;
            }
        };
    }

    /// The array as a file of version 1.
    byte[] bytes() {
        String descr = (width == 1 ? '|' : '<') + String.valueOf(kind) + width;
        String dimensions = shape.stream().map(length -> length + ",").collect(Collectors.joining(" "));
        String head = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': ("
                + (shape.size() > 1 ? dimensions.substring(0, dimensions.length() - 1) : dimensions) + "), }";
        int length = (MAGIC.length + 4 + head.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - MAGIC.length - 4;
        ByteArrayOutputStream out = new ByteArrayOutputStream(MAGIC.length + 4 + length + data.capacity());
        out.writeBytes(MAGIC);
        out.write(1);
        out.write(0);
        out.write(length);
        out.write(length >> 8);
        out.writeBytes((head + " ".repeat(length - head.length() - 1) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(data.array(), 0, data.capacity());
        return out.toByteArray();
    }

    /// Whether bytes begin as such a file does.
    static boolean recognises(byte[] bytes) {
        return bytes.length >= MAGIC.length && ByteBuffer.wrap(bytes, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    /// Reads an array.
    ///
    /// @param name what messages call it
    static NpyArray read(byte[] bytes, String name, Source source) {
        if (!recognises(bytes) || bytes.length < MAGIC.length + 4) {
            throw bad(name, source, "this is no NumPy array");
        }
        int version = bytes[MAGIC.length];
        int lengthBytes = version == 1 ? 2 : 4;
        int start = MAGIC.length + 2 + lengthBytes;
        if (version < 1 || version > 3 || bytes.length < start) {
            throw bad(name, source, "the array is of a version that is not known");
        }
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = version == 1 ? little.getShort(start - 2) & 0xFFFF : little.getInt(start - 4) & 0xFFFF_FFFFL;
        if (length > MAX_HEADER || start + length > bytes.length) {
            throw bad(name, source, "the header of the array is cut off or too long");
        }
        String head = new String(bytes, start, (int) length, StandardCharsets.ISO_8859_1);
        ByteBuffer data = ByteBuffer.wrap(bytes, start + (int) length, bytes.length - start - (int) length).slice();
        return array(head, data, name, source);
    }

    private static NpyArray array(String head, ByteBuffer data, String name, Source source) {
        Matcher type = TYPE.matcher(head);
        Matcher order = ORDER.matcher(head);
        Matcher shape = SHAPE.matcher(head);
        if (!type.find() || !order.find() || !shape.find()) {
            throw head.contains("O'") ? bad(name, source, "the array holds Python objects, which are never loaded")
                    : bad(name, source, "the header of the array cannot be understood");
        }
        char kind = type.group(2).charAt(0);
        int width = Integer.parseInt(type.group(3));
        boolean known = switch (kind) {
            case 'b' -> width == 1;
            case 'u', 'i' -> width == 1 || width == 2 || width == 4 || width == 8;
            case 'f' -> width == 4 || width == 8;
            default -> false;
        };
        if (!known) {
            throw bad(name, source, kind == 'O' ? "the array holds Python objects, which are never loaded"
                    : "the array holds values of type " + kind + width + ", not numbers");
        }
        List<Integer> lengths = lengths(shape.group(1), data.capacity() / width, name, source);
        long values = lengths.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (values * width > data.capacity()) {
            throw bad(name, source, "the array is shorter than its shape says");
        }
        ByteOrder bytes = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyArray(kind, width, bytes, order.group(1).equals("True"), lengths,
                data.slice(0, (int) values * width).order(bytes));
    }

    /// Lengths that the data there are can have: what a header states is never believed further.
    private static List<Integer> lengths(String text, int most, String name, Source source) {
        List<Integer> lengths = new ArrayList<>();
        long values = 1;
        for (String part : text.split(",")) {
            String digits = part.replace("L", "").strip();
            if (digits.isEmpty()) {
                continue;
            }
            if (!digits.matches("[0-9]{1,9}") || lengths.size() == MAX_DIMENSIONS) {
                throw bad(name, source, "the shape of the array is not possible");
            }
            lengths.add(Integer.parseInt(digits));
            values *= lengths.getLast();
            if (values > most) {
                throw bad(name, source, "the array is shorter than its shape says");
            }
        }
        return List.copyOf(lengths);
    }

    private static RuntimeException bad(String name, Source source, String cause) {
        return source.refused(new Place.Member(name), "BAD_ARRAY", cause + ".",
                "Save piano rolls as arrays of numbers, steps by 128 pitches.");
    }
}
