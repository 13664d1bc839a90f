package dev.cadenza.score.midi;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;

/// Memory that is needed only while a file is read. Each thread keeps some for its next file, since to fetch new memory
/// takes a good part of the time that a usual file takes. It is bounded: half a megabyte a thread, whatever was read.
final class Scratch {

    /// So many zeros follow the bytes of a file: what looks for four letters there finds none of an earlier file.
    private static final int ZEROS = 8;
    private static final int KEPT_TABLES = 4;
    private static final int KEPT_ROWS = 4096;
    private static final ThreadLocal<Scratch> OF_THREAD = new ThreadLocal<>();

    private final ArrayDeque<NoteTable> tables = new ArrayDeque<>();
    private byte[] bytes = {};

    private Scratch() {
    }

    /// Takes what the thread has kept. It is the caller's alone until [#keep()].
    static Scratch take() {
        Scratch kept = OF_THREAD.get();
        if (kept == null) {
            return new Scratch();
        }
        OF_THREAD.set(null);
        return kept;
    }

    /// Leaves it for the thread's next file.
    void keep() {
        tables.removeIf(table -> table.rows() > KEPT_ROWS);
        while (tables.size() > KEPT_TABLES) {
            tables.pop();
        }
        OF_THREAD.set(this);
    }

    /// Reads a short file. Its bytes stand at the start of [#bytes()], until the next call.
    ///
    /// @param size how many bytes to read, at most 128 KiB
    /// @return how many there were
    int read(InputStream in, int size) throws IOException {
        if (bytes.length < size + ZEROS) {
            bytes = new byte[Math.max(size + ZEROS, 2 * bytes.length)];
        }
        int length = in.readNBytes(bytes, 0, size);
        Arrays.fill(bytes, length, length + ZEROS, (byte) 0);
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    /// An empty table for notes of a file.
    ///
    /// @param length of the file
    NoteTable table(int length) {
        if (tables.isEmpty()) {
            return new NoteTable(length);
        }
        NoteTable table = tables.pop();
        table.reuse();
        return table;
    }

    /// Takes back a table, all of whose notes have ended.
    void giveBack(NoteTable table) {
        tables.push(table);
    }
}
