package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RenderCommandTest {

    @TempDir
    private Path folder;

    private String song;

    @BeforeEach
    void writeASong() {
        List<Note> notes = List.of(new Note(0, 480, Pitch.of(60), 80), new Note(480, 480, Pitch.of(67), 80));
        Path file = folder.resolve("song.mid");
        MidiWriter.write(new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(new Part("Flute", new Instrument(73, false), notes)), Metadata.NONE), file);
        song = file.toString();
    }

    @Test
    void eachFormatIsWhatItsNameSays() throws IOException {
        Captured run = Captured.run("render", song, "--out", folder.resolve("out").toString(), "--to", "wav,musicxml,png,mid");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertEquals("RIFF", start("out.wav", 4));
        assertEquals("\u0089PNG", start("out.png", 4));
        assertEquals("MThd", start("out.mid", 4));
        assertTrue(Files.readString(folder.resolve("out.musicxml")).contains("<score-partwise"));
        assertEquals(4, run.out().lines().filter(line -> line.startsWith("Wrote ")).count(), run.out());
    }

    private String start(String name, int bytes) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(name)), 0, bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void nothingIsOverwrittenUnlessForced() throws IOException {
        String out = folder.resolve("song").toString();
        byte[] before = Files.readAllBytes(Path.of(song));
        Captured run = Captured.run("render", song, "--out", out, "--to", "mid,musicxml", "--json");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(JsonMapper.shared().readTree(run.out()).at("/files/0").asString().endsWith("song-2.mid"), run.out());
        assertTrue(Files.exists(folder.resolve("song-2.musicxml")));
        assertArrayEquals(before, Files.readAllBytes(Path.of(song)));
        assertEquals(ExitCode.OK, Captured.run("render", song, "--out", out, "--to", "musicxml", "--force").code());
        assertTrue(Files.exists(folder.resolve("song.musicxml")));
    }

    @Test
    void quietSaysNothing() {
        Captured run = Captured.run("render", song, "--out", folder.resolve("q").toString(), "--to", "mid", "--quiet");
        assertEquals("", run.out() + run.err());
    }

    @Test
    void aFileThatIsNoMusicIsOneSentenceAndExitOne() throws IOException {
        Path page = Files.writeString(folder.resolve("page.mid"), "<html>");
        Captured run = Captured.run("render", page.toString(), "--out", folder.resolve("x").toString());
        assertEquals(ExitCode.FAILED, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("cadenza: " + page), run.err());
        assertFalse(Files.exists(folder.resolve("x.wav")));
    }

    @Test
    void aFormatThatIsNotThereIsWrongUsage() {
        Captured run = Captured.run("render", song, "--to", "mp3");
        assertEquals(ExitCode.USAGE, run.code());
        assertTrue(run.err().contains("--to") && run.err().contains("mp3"), run.err());
    }

    @Test
    void aFolderThatCannotBeWrittenToIsOneSentence() throws IOException {
        Path file = Files.createFile(folder.resolve("plain"));
        Captured run = Captured.run("render", song, "--to", "mid", "--out", file.resolve("inside").toString());
        assertEquals(ExitCode.FAILED, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
    }
}
