package dev.cadenza.score.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Memory follows the bytes that are there: at most 64 times the file and a megabyte.
class MidiLimitsTest {

    @TempDir
    Path folder;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Bytes allocated by the second of two runs; the first may load classes.
    private static long allocated(Runnable action) {
        action.run();
        long before = THREADS.getCurrentThreadAllocatedBytes();
        action.run();
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static MidiRead readWithinBounds(byte[] bytes) {
        MidiRead[] read = new MidiRead[1];
        long used = allocated(() -> read[0] = MidiReader.read("bytes", bytes));
        assertTrue(used <= 64L * bytes.length + (1 << 20), () -> used + " bytes for a file of " + bytes.length);
        MidiFaultsTest.assertSound(read[0]);
        return read[0];
    }

    private static String refusal(Path file) {
        return assertThrows(InputException.class, () -> MidiReader.read(file)).code();
    }

    private static byte[] header(int format, int tracks) {
        return new byte[] {'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, (byte) format, (byte) (tracks >> 8), (byte) tracks, 1, (byte) 0xE0};
    }

    private static void track(ByteArrayOutputStream out, byte[] events) {
        int length = events.length + 4;
        out.writeBytes(new byte[] {'M', 'T', 'r', 'k', (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        out.writeBytes(events);
        out.writeBytes(new byte[] {0, (byte) 0xFF, 0x2F, 0});
    }

    @Test
    void refusesWhatIsNoFile() throws IOException {
        assertEquals("NOT_A_FILE", refusal(folder));
        assertEquals("IO", refusal(folder.resolve("missing.mid")));
        Path device = Path.of("/dev/zero");
        if (Files.exists(device)) {
            assertEquals("NOT_A_FILE", refusal(device));
        }
        assertEquals("EMPTY_FILE", refusal(Files.createFile(folder.resolve("empty.mid"))));
    }

    @Test
    void refusesLongFilesOfNothingWithoutReadingThem() throws IOException {
        Path file = folder.resolve("zeros.mid");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(200_000_000);
        }
        long used = allocated(() -> assertEquals("NOT_MIDI", refusal(file)));
        assertTrue(used < 1 << 20, () -> used + " bytes");
    }

    @Test
    void refusesFilesAboveTheLimit() throws IOException {
        Path file = folder.resolve("long.mid");
        Files.write(file, header(1, 1));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(300_000_000);
        }
        assertEquals("FILE_TOO_LARGE", refusal(file));
        InputException e = assertThrows(InputException.class,
                () -> MidiReader.read(file, new MidiReadOptions(Strictness.TOLERANT, 1 << 20)));
        assertEquals("FILE_TOO_LARGE", e.code());
    }

    @Test
    void readsAFileLongerThanTheFirstLook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header(0, 1));
        byte[] notes = new byte[8 * 50_000];
        for (int i = 0; i < notes.length; i += 8) {
            System.arraycopy(new byte[] {1, (byte) 0x90, 60, 80, 1, (byte) 0x80, 60, 0}, 0, notes, i, 8);
        }
        track(out, notes);
        Path file = Files.write(folder.resolve("long.mid"), out.toByteArray());
        assertEquals(50_000, MidiReader.read(file, MidiReadOptions.STRICT).noteCount().notes());
    }

    @Test
    void aMillionNotesAtOneTick() {
        Random random = new Random(1);
        byte[] events = new byte[8_000_000];
        for (int i = 0; i < 4_000_000; i += 4) {
            int status = 0x90 | random.nextInt(16);
            byte pitch = (byte) random.nextInt(128);
            System.arraycopy(new byte[] {0, (byte) status, pitch, (byte) (1 + random.nextInt(127))}, 0, events, i, 4);
            System.arraycopy(new byte[] {0, (byte) (status - 16), pitch, 0}, 0, events, 4_000_000 + i, 4);
        }
        events[4_000_000] = 100;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header(0, 1));
        track(out, events);
        MidiRead read = readWithinBounds(out.toByteArray());
        assertEquals(1_000_000, read.noteCount().notes());
        assertTrue(read.conforming());
        assertEquals(16, read.score().parts().size());
    }

    /// 2^20 steps of the longest kind lead to the end of time; what comes after it is told, and kept at its end.
    @Test
    void timeEndsSomewhere() {
        byte[] events = new byte[7 * ((1 << 20) + 2) + 8];
        for (int i = 0; i < events.length - 8; i += 7) {
            System.arraycopy(new byte[] {-1, -1, -1, 127, (byte) 0xFF, 1, 0}, 0, events, i, 7);
        }
        System.arraycopy(new byte[] {0, (byte) 0x90, 60, 80, 9, (byte) 0x80, 60, 0}, 0, events, events.length - 8, 8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header(0, 1));
        track(out, events);
        MidiRead read = readWithinBounds(out.toByteArray());
        assertEquals("TIME_LIMIT", read.diagnostics().getFirst().code());
        assertEquals(1, read.noteCount().notes());
        assertEquals(1L << 48, read.score().parts().getFirst().notes().getFirst().onset());
    }

    @Test
    void sixtyFiveThousandTracks() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header(1, 65_535));
        for (int i = 0; i < 65_535; i++) {
            track(out, i % 2 == 0 ? new byte[0] : new byte[] {0, (byte) 0x90, 60, 80, 9, (byte) 0x80, 60, 0});
        }
        MidiRead read = readWithinBounds(out.toByteArray());
        assertEquals(65_535, read.header().tracks());
        assertEquals(32_767, read.noteCount().notes());
        assertTrue(read.conforming());
    }

    @Test
    void aStormOfFaultsIsCountedNotKept() {
        byte[] events = new byte[400_000];
        for (int i = 0; i < events.length; i += 4) {
            System.arraycopy(new byte[] {1, (byte) 0x80, 60, 0}, 0, events, i, 4);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header(0, 1));
        track(out, events);
        MidiRead read = readWithinBounds(out.toByteArray());
        assertEquals(17, read.diagnostics().size());
        assertEquals("the same was found 99984 times more from here on.", read.diagnostics().getLast().message());
    }

    @Test
    void everyFixtureIsReadWithinBounds() throws IOException {
        for (MidiFaultsTest.Row row : MidiFaultsTest.rows().toList()) {
            byte[] bytes = MidiFaultsTest.resource(row.file());
            long used = allocated(() -> {
                try {
                    MidiReader.read(row.file(), bytes);
                } catch (InputException e) {
                    assertTrue(!e.code().isEmpty());
                }
            });
            assertTrue(used <= 64L * bytes.length + (1 << 20), () -> row + ": " + used + " bytes");
        }
    }
}
