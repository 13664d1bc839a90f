package dev.cadenza.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFaultsTest {

    @TempDir
    Path folder;

    @Test
    void faultsAreToldInWords() throws IOException {
        assertEquals("it is not there", reason(() -> Files.readAllBytes(folder.resolve("none"))));
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals("something of that name is in the way", reason(() -> Files.createDirectory(file)));
        assertEquals("Not a directory", reason(() -> Files.readAllBytes(file.resolve("below"))));
        assertEquals("unknown reason", FileFaults.reason(new IOException()));
        assertEquals("disk on fire", FileFaults.reason(new IOException("disk on fire")));
    }

    private interface Work {
        void run() throws IOException;
    }

    private static String reason(Work work) {
        return FileFaults.reason(assertThrows(IOException.class, work::run));
    }
}
