package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A folder that nothing can be written to is refused before any work: the data named here would fail later, and is not even missed.
class UnwritableTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"evaluate nowhere.mid --against DIR", "train nowhere --recipe melody",
        "study new --a nowhere --b nowhere --clips 2 --seconds 4", "import nowhere.mid", "compose --model melody --bars 2"})
    void longWorkIsRefusedAtOnce(String line) throws IOException {
        Path file = Files.writeString(folder.resolve("song.txt"), "no folder");
        String out = file.resolve("out").toString();
        Captured run = Captured.run(Stream.concat(Stream.of(line.replace("DIR", folder.toString()).split(" ")), Stream.of("--out", out))
                .toArray(String[]::new));
        assertEquals(ExitCode.FAILED, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("cadenza: " + file) && run.err().contains("written"), run.err());
    }

    @Test
    void anImportThatWouldReplaceSomethingElseIsRefusedAtOnce() throws IOException {
        Path other = Files.createDirectory(folder.resolve("photos"));
        Captured run = Captured.run("import", folder.resolve("nowhere.mid").toString(), "--force", "--out", other.toString());
        assertEquals(ExitCode.FAILED, run.code(), run.err());
        assertTrue(run.err().contains("no corpus"), run.err());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(1, left.count());
        }
    }
}
