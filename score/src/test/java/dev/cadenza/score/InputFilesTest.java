package dev.cadenza.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.InputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {

    @TempDir
    private Path folder;

    private static InputException fault(Path file) {
        return assertThrows(InputException.class, () -> InputFiles.bytes(file, 1 << 20));
    }

    @Test
    void aFileOfTheGreatestLengthIsRead() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, InputFiles.bytes(file, 3));
        assertArrayEquals(new byte[] {1, 2}, InputFiles.start(file, 2));
        assertEquals("TOO_LARGE", assertThrows(InputException.class, () -> InputFiles.bytes(file, 2)).code());
    }

    @Test
    void ofAFileOfFiveGigabytesNothingIsReadButItsStart() throws IOException {
        Path file = folder.resolve("huge");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(5L << 30);
        }
        assertTrue(fault(file).getMessage().contains("longer than 1 MB"), fault(file).getMessage());
        assertEquals(16, InputFiles.start(file, 16).length);
    }

    @Test
    void foldersMissingFilesAndCirclesOfLinksSaySo() throws IOException {
        assertTrue(fault(folder).getMessage().endsWith("this is a folder. Name the files in it."));
        assertTrue(fault(folder.resolve("none")).getMessage().contains("there is no such file."));
        Path one = folder.resolve("one");
        Files.createSymbolicLink(folder.resolve("two"), one);
        Files.createSymbolicLink(one, folder.resolve("two"));
        assertEquals("CANNOT_READ", fault(one).code());
    }

    @Test
    void aNameThatIsNoTextSaysWhatToDo() {
        assertTrue(fault(folder.resolve("a\uFFFDb")).remedy().contains("rename it"));
    }

    @Test
    void messagesAreOneLineThatCommandsNoTerminal() {
        String message = fault(folder.resolve("a\nb\u001B[2J\u202E")).getMessage();
        assertEquals(1, message.lines().count());
        assertTrue(message.contains("a b?[2J?"), message);
    }
}
