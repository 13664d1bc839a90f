package dev.cadenza.corpus.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootsTest {

    @TempDir
    Path folder;

    private Optional<Path> find() {
        return Roots.find(folder, path -> Files.exists(path.resolve("sign")));
    }

    @Test
    void aSetIsFoundBelowFoldersThatAnArchiveMade() throws IOException {
        Path set = Files.createDirectories(folder.resolve("parent/set"));
        Files.createFile(set.resolve("sign"));
        assertEquals(Optional.of(set), find());
    }

    @Test
    void aSetAmongOtherFoldersIsNotAllTheyHold() throws IOException {
        Files.createFile(Files.createDirectories(folder.resolve("parent/set")).resolve("sign"));
        Files.createDirectories(folder.resolve("my own music"));
        assertEquals(Optional.empty(), find());
    }
}
