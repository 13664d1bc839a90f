package dev.cadenza.score.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Place;
import dev.cadenza.score.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The policy table in `midi-faults/README.md`, row by row.
class MidiFaultsTest {

    private static final String ANY = "";

    record Row(String file, String verdict, String code, String notes, String offset) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Row> rows() throws IOException {
        return new String(resource("README.md"), StandardCharsets.UTF_8).lines()
                .filter(line -> line.contains(".mid |"))
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                .map(cells -> new Row(cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5)));
    }

    @Test
    void theTableIsWhole() throws IOException {
        assertEquals(42, rows().count());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tolerant(Row row) throws IOException {
        byte[] bytes = resource(row.file());
        switch (row.verdict()) {
            case "OK" -> {
                MidiRead read = MidiReader.read(row.file(), bytes);
                assertTrue(read.conforming(), () -> read.diagnostics().toString());
                assertEquals(row.code().isEmpty() ? List.of() : List.of(row.code()), codes(read));
                check(row, read);
            }
            case "REPAIR" -> {
                MidiRead read = MidiReader.read(row.file(), bytes);
                Diagnostic first = read.diagnostics().stream().filter(d -> d.code().equals(row.code())).findFirst().orElseThrow();
                assertEquals(Severity.ERROR, first.severity());
                assertOffset(row, ((Place.ByteOffset) first.place()).offset());
                check(row, read);
            }
            case "REJECT" -> assertRefused(row, bytes, MidiReadOptions.TOLERANT);
            default -> assertMusicOrRefusal(bytes, MidiReadOptions.TOLERANT);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void strict(Row row) throws IOException {
        byte[] bytes = resource(row.file());
        switch (row.verdict()) {
            case "OK" -> check(row, MidiReader.read(row.file(), bytes, MidiReadOptions.STRICT));
            case "REPAIR", "REJECT" -> assertRefused(row, bytes, MidiReadOptions.STRICT);
            default -> assertMusicOrRefusal(bytes, MidiReadOptions.STRICT);
        }
    }

    private static void assertRefused(Row row, byte[] bytes, MidiReadOptions options) {
        InputException e = assertThrows(InputException.class, () -> MidiReader.read(row.file(), bytes, options));
        assertEquals(row.code(), e.code());
        assertEquals(row.file(), e.source());
        assertOffset(row, ((Place.ByteOffset) e.place()).offset());
    }

    private static void assertOffset(Row row, long offset) {
        if (!row.offset().equals(ANY)) {
            assertEquals(Long.parseLong(row.offset()), offset);
        }
        assertTrue(offset >= 0);
    }

    private static void check(Row row, MidiRead read) {
        if (!row.notes().equals(ANY)) {
            assertEquals(Long.parseLong(row.notes()), read.noteCount().notes());
        }
        assertSound(read);
    }

    static void assertMusicOrRefusal(byte[] bytes, MidiReadOptions options) {
        try {
            assertSound(MidiReader.read("bytes", bytes, options));
        } catch (InputException e) {
            assertTrue(e.getMessage().endsWith("."), e::getMessage);
        }
    }

    /// Whatever was read: no note is lost silently, parts are in order, and everything ends where the piece does.
    static void assertSound(MidiRead read) {
        NoteCount count = read.noteCount();
        assertEquals(count.ons(), count.notes() + count.dropped());
        long notes = 0;
        for (Part part : read.score().parts()) {
            notes += part.notes().size();
            for (int i = 1; i < part.notes().size(); i++) {
                assertTrue(Note.ORDER.compare(part.notes().get(i - 1), part.notes().get(i)) <= 0);
            }
        }
        assertEquals(count.notes(), notes);
        assertTrue(read.score().end() <= read.endTick());
        assertTrue(Double.isFinite(read.seconds()) && read.seconds() >= 0);
        assertTrue(count.dropped() == 0 || !read.conforming());
    }

    private static List<String> codes(MidiRead read) {
        return read.diagnostics().stream().map(Diagnostic::code).toList();
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = MidiFaultsTest.class.getResourceAsStream("/midi-faults/" + name)) {
            return in.readAllBytes();
        }
    }
}
