package dev.cadenza.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException.OutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aFileInTheWayIsFoundBeforeAnythingIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("song.mid"), "x");
        for (Path unwritable : new Path[] {file, file.resolve("deep/er")}) {
            OutputException e = assertThrows(OutputException.class, () -> AtomicFiles.refuseUnwritable(unwritable));
            assertEquals("CANNOT_WRITE", e.code());
            assertEquals(unwritable.toString(), e.source());
        }
    }

    @Test
    void aFolderThatCanBeWrittenToStaysAsItIs() throws IOException {
        AtomicFiles.refuseUnwritable(folder);
        AtomicFiles.refuseUnwritable(folder.resolve("new/deep"));
        assertFalse(Files.exists(folder.resolve("new")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }
}
