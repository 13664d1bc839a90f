package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportDataSetTest {

    @TempDir
    private Path folder;

    private String copy() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.writeString(copy.resolve("Jsb16thSeparated.json"), "{\"train\": [" + pieces(4) + "], \"valid\": [" + pieces(2)
                + "], \"test\": [" + pieces(1) + "]}");
        Files.writeString(copy.resolve("jsb-chorales-8th.json"), "{\"train\": [" + pieces(3) + "], \"valid\": [], \"test\": []}");
        return copy.toString();
    }

    /// Chorales of our own: chords that climb, each piece from another note on.
    private static String pieces(int count) {
        StringJoiner pieces = new StringJoiner(",");
        for (int piece = 0; piece < count; piece++) {
            StringJoiner steps = new StringJoiner(",", "[", "]");
            for (int step = 0; step < 64; step++) {
                int up = piece + 2 * (step / 8 % 5);
                steps.add("[" + (72 + up) + "," + (67 + up) + "," + (64 + up) + "," + (48 + up) + "]");
            }
            pieces.add(steps.toString());
        }
        return pieces.toString();
    }

    @Test
    void aCopyOfADataSetKeepsItsSplitAndLicence() throws IOException {
        String out = folder.resolve("corpus").toString();
        Captured run = Captured.run("import", "jsb", "--from", copy(), "--out", out);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().startsWith("jsb: kept 7 of 7 pieces"), run.out());
        assertTrue(run.out().contains("4 to learn from (train), 2 to choose by (valid), 1 to measure by (test)"), run.out());
        assertTrue(run.out().contains("licence: none stated"), run.out());
        assertTrue(run.err().contains("This copy of JSB Chorales is not the version that is known"), run.err());
        assertTrue(run.err().contains("of 4 files, 2 differ and 2 are missing."), run.err());
    }

    @Test
    void theGridIsChosenByName() throws IOException {
        Captured run = Captured.run("import", "jsb:8th", "--from", copy(), "--out", folder.resolve("corpus").toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().startsWith("jsb-8th: kept 3 of 3 pieces"), run.out());
    }

    @Test
    void foldersAreKnownByTheirNames() throws IOException {
        Captured run = Captured.run("import", copy(), "--out", folder.resolve("corpus").toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().startsWith("copy: kept 7 of 7 pieces"), run.out());
    }

    @Test
    void whereItLiesNeedsTheNameOfWhat() throws IOException {
        Captured run = Captured.run("import", folder.toString(), "--from", copy());
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().contains("--from: it says where a data set lies, and none is named. Name one (jsb, jsb:quarter"), run.err());
    }
}
