package dev.cadenza.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException.RequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {

    private static final List<String> ENDINGS = List.of(".mid", ".wav", ".json");

    @TempDir
    private Path folder;

    private List<String> names(String out, boolean force, int pieces) {
        return new Destination(folder.resolve(out).toString(), List.of(Format.MID), force).names("usual", pieces, ENDINGS)
                .stream().map(path -> folder.relativize(path).toString()).toList();
    }

    private void exists(String name) throws IOException {
        Files.createFile(folder.resolve(name));
    }

    @Test
    void aFreeNameIsTaken() {
        assertEquals(List.of("song"), names("song", false, 1));
    }

    @Test
    void anyFileOfTheSetMovesTheWholeSet() throws IOException {
        exists("song.wav");
        exists("song-2.json");
        assertEquals(List.of("song-3"), names("song", false, 1));
    }

    @Test
    void forceTakesTheNameAsItIs() throws IOException {
        exists("song.wav");
        assertEquals(List.of("song"), names("song", true, 1));
        exists("song-1.mid");
        assertEquals(List.of("song-1", "song-2"), names("song", true, 2));
    }

    @Test
    void severalPiecesTakeTheNextFreeRun() throws IOException {
        assertEquals(List.of("song-1", "song-2"), names("song", false, 2));
        exists("song-2.mid");
        assertEquals(List.of("song-3", "song-4"), names("song", false, 2));
        exists("song-4.mid");
        assertEquals(List.of("song-5", "song-6"), names("song", false, 2));
    }

    @Test
    void anEndingOfOursIsNoPartOfTheName() {
        assertEquals(List.of("song"), names("song.wav", false, 1));
        assertEquals(List.of("song.old"), names("song.old", false, 1));
    }

    @Test
    void aFolderHoldsTheUsualName() throws IOException {
        Files.createDirectory(folder.resolve("takes"));
        assertEquals(List.of("takes/usual"), names("takes", false, 1));
        assertEquals(List.of(Path.of("new", "usual")),
                new Destination("new/", List.of(Format.MID), false).names("usual", 1, ENDINGS));
    }

    @Test
    void nonsenseIsRefusedWithTheFlag() {
        assertEquals("--to", assertThrows(RequestException.class, () -> new Destination("x", List.of(), false)).source());
        assertEquals("--out", assertThrows(RequestException.class,
                () -> new Destination("a\0b", List.of(Format.MID), false)).source());
        assertEquals("--to", assertThrows(RequestException.class, () -> Format.list("--to", "wav,,png")).source());
    }

    @Test
    void formatsAreReadInOrderAndOnce() {
        assertEquals(List.of(Format.PNG, Format.MID), Format.list("--to", "png, midi,PNG"));
    }
}
