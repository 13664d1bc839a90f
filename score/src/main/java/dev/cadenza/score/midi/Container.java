package dev.cadenza.score.midi;

import dev.cadenza.score.CadenzaException.InputException;
import java.nio.charset.StandardCharsets;

/// Where the MIDI data lie within a file: most often all of it, sometimes inside a RIFF wrapper or after foreign bytes.
///
/// @param start offset of `MThd`
/// @param end offset after the last byte that belongs to the MIDI data
record Container(int start, int end) {

    /// A header that begins later than this is not searched for.
    static final int SEARCHED_BYTES = 1 << 17;

    private static final int MTHD = 0x4D546864;
    private static final int RIFF = 0x52494646;
    private static final int RMID = 0x524D4944;
    private static final int DATA = 0x64617461;

    /// Finds the data.
    ///
    /// @param bytes the file, or at least its first [#SEARCHED_BYTES]
    /// @param size length of the file
    /// @throws InputException where there is no MIDI header
    static Container find(byte[] bytes, long size, FaultLog log) {
        int limit = (int) Math.min(size, Integer.MAX_VALUE);
        if (size == 0) {
            throw log.refused(Fault.EMPTY_FILE, 0, "Get the file again from where it came from.");
        }
        if (bare(bytes)) {
            return new Container(0, limit);
        }
        if (startsWith(bytes, 0, RIFF) && startsWith(bytes, 8, RMID)) {
            return inRiff(bytes, size, limit, log);
        }
        int start = search(bytes, 0);
        if (start < 0 || compressed(bytes)) {
            throw notMidi(bytes, size, log);
        }
        log.repaired(Fault.LEADING_GARBAGE, 0);
        return new Container(start, limit);
    }

    /// Whether the data begin at once, as in most files.
    static boolean bare(byte[] bytes) {
        return startsWith(bytes, 0, MTHD);
    }

    private static Container inRiff(byte[] bytes, long size, int limit, FaultLog log) {
        if (little(bytes, 4) > size - 8) {
            log.repaired(Fault.RIFF_SIZE, 4);
        }
        int at = 12;
        while (at + 8 <= bytes.length && !startsWith(bytes, at, DATA)) {
            long next = at + 8 + little(bytes, at + 4) + (little(bytes, at + 4) & 1);
            at = (int) Math.min(next, Integer.MAX_VALUE - 16);
        }
        if (startsWith(bytes, at, DATA) && startsWith(bytes, at + 8, MTHD)) {
            long length = little(bytes, at + 4);
            if (length > size - at - 8) {
                log.repaired(Fault.RIFF_SIZE, at + 4);
                return new Container(at + 8, limit);
            }
            return new Container(at + 8, (int) (at + 8 + length));
        }
        int start = search(bytes, 12);
        if (start < 0) {
            throw notMidi(bytes, size, log);
        }
        log.repaired(Fault.RIFF_SIZE, 4);
        return new Container(start, limit);
    }

    private static int search(byte[] bytes, int from) {
        int last = Math.min(bytes.length, SEARCHED_BYTES) - 4;
        for (int i = from; i <= last; i++) {
            if (bytes[i] == 'M' && startsWith(bytes, i, MTHD)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean compressed(byte[] b) {
        return starts(b, 0x1F, 0x8B) || starts(b, 'P', 'K', 3, 4) || starts(b, 'B', 'Z', 'h')
                || starts(b, 0xFD, '7', 'z', 'X', 'Z');
    }

    private static InputException notMidi(byte[] b, long size, FaultLog log) {
        if (starts(b, 0x1F, 0x8B)) {
            return log.refused(Fault.COMPRESSED_GZIP, 0, "Unpack it with gunzip first.");
        }
        if (starts(b, 'P', 'K', 3, 4)) {
            return log.refused(Fault.COMPRESSED_ZIP, 0, "Unpack it with unzip first.");
        }
        if (starts(b, 'B', 'Z', 'h')) {
            return log.refused(Fault.COMPRESSED_BZIP2, 0, "Unpack it with bunzip2 first.");
        }
        if (starts(b, 0xFD, '7', 'z', 'X', 'Z')) {
            return log.refused(Fault.COMPRESSED_XZ, 0, "Unpack it with unxz first.");
        }
        if (size < 4 && "MThd".startsWith(new String(b, StandardCharsets.ISO_8859_1))) {
            return log.refused(Fault.HEADER_TRUNCATED, size, "Get the file again from where it came from.");
        }
        String kind = kind(b);
        return kind.isEmpty()
                ? log.refused(Fault.NOT_MIDI, 0, "A MIDI file begins with the letters MThd.")
                : log.refused(Fault.NOT_MIDI, 0, "this is " + kind + ", not a MIDI file.",
                        "A MIDI file begins with the letters MThd.");
    }

    private static String kind(byte[] b) {
        String head = new String(b, 0, Math.min(b.length, 64), StandardCharsets.ISO_8859_1).stripLeading();
        if (startsWith(b, 0, RIFF) || startsWith(b, 0, 0x664C6143) || startsWith(b, 0, 0x4F676753) || starts(b, 'I', 'D', '3')) {
            return "a sound recording";
        }
        if (head.regionMatches(true, 0, "<!doctype html", 0, 14) || head.regionMatches(true, 0, "<html", 0, 5)) {
            return "a web page";
        }
        if (head.startsWith("<?xml") || head.startsWith("<score-partwise")) {
            return "an XML file";
        }
        return head.startsWith("X:") ? "ABC notation" : "";
    }

    private static boolean starts(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean startsWith(byte[] bytes, int at, int fourLetters) {
        return at >= 0 && at <= bytes.length - 4 && big(bytes, at) == fourLetters;
    }

    /// Four bytes, the highest first.
    static int big(byte[] b, int at) {
        return (b[at] & 0xFF) << 24 | (b[at + 1] & 0xFF) << 16 | (b[at + 2] & 0xFF) << 8 | b[at + 3] & 0xFF;
    }

    private static long little(byte[] b, int at) {
        return at > b.length - 4 ? 0
                : Integer.toUnsignedLong((b[at + 3] & 0xFF) << 24 | (b[at + 2] & 0xFF) << 16 | (b[at + 1] & 0xFF) << 8 | b[at] & 0xFF);
    }
}
