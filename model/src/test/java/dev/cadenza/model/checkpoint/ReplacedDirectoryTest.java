package dev.cadenza.model.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.OutputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedDirectoryTest {

    @TempDir
    Path folder;
    private Path directory;

    @BeforeEach
    void name() {
        directory = folder.resolve("last");
    }

    @Test
    void theNewDirectoryTakesThePlaceOfTheOldOneEntirely() throws IOException {
        ReplacedDirectory.write(directory, Map.of("a", text("1"), "b", text("1")));
        ReplacedDirectory.write(directory, Map.of("a", text("2")));
        assertEquals("2", Files.readString(directory.resolve("a")));
        assertFalse(Files.exists(directory.resolve("b")));
        assertEquals(1, entries());
    }

    @Test
    void aWriteCutOffBeforeTheRenamesLeavesTheOldOne() throws IOException {
        ReplacedDirectory.write(directory, Map.of("a", text("1")));
        AtomicFiles.Content broken = out -> {
            throw new IOException("disk full");
        };
        assertThrows(OutputException.class, () -> ReplacedDirectory.write(directory, Map.of("a", broken)));
        assertEquals("1", Files.readString(directory.resolve("a")));
        ReplacedDirectory.write(directory, Map.of("a", text("3")));
        assertEquals(1, entries());
    }

    @Test
    void aWriteCutOffBetweenTheRenamesLeavesTheOldOneUnderItsSecondName() throws IOException {
        ReplacedDirectory.write(directory, Map.of("a", text("1")));
        Files.move(directory, folder.resolve("last.old"));
        Files.createDirectory(folder.resolve("last.tmp"));
        assertEquals(Optional.of(folder.resolve("last.old")), ReplacedDirectory.present(directory));
        AtomicFiles.Content broken = out -> {
            throw new IOException("disk full");
        };
        assertThrows(OutputException.class, () -> ReplacedDirectory.write(directory, Map.of("a", broken)));
        assertEquals(Optional.of(directory), ReplacedDirectory.present(directory));
        assertEquals("1", Files.readString(directory.resolve("a")));
    }

    @Test
    void aWriteCutOffBeforeTheOldOneIsDeletedIsCleanedUpByTheNext() throws IOException {
        ReplacedDirectory.write(directory, Map.of("a", text("2")));
        Files.createDirectory(folder.resolve("last.old"));
        Files.writeString(folder.resolve("last.old").resolve("a"), "1");
        assertEquals(Optional.of(directory), ReplacedDirectory.present(directory));
        ReplacedDirectory.write(directory, Map.of("a", text("3")));
        assertEquals("3", Files.readString(directory.resolve("a")));
        assertEquals(1, entries());
    }

    private long entries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    private static AtomicFiles.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
