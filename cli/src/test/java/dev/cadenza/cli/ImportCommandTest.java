package dev.cadenza.cli;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportCommandTest {

    @TempDir
    private Path folder;

    private String music;
    private String out;

    @BeforeEach
    void writeMusic() throws IOException {
        Path files = Files.createDirectory(folder.resolve("Müsik"));
        for (int file = 0; file < 10; file++) {
            List<Note> notes = new ArrayList<>();
            for (int i = 0; i < 128; i++) {
                notes.add(new Note(i * 240L, 240, Pitch.of(60 + (i * (file + 2)) % 12), 80));
            }
            MidiWriter.write(score(List.of(new Part("Tune", new Instrument(73, false), notes))), files.resolve(file + ".mid"));
        }
        Files.writeString(files.resolve("broken.mid"), "MThd");
        Files.writeString(files.resolve("words.txt"), "la la");
        music = files.toString();
        out = folder.resolve("corpora/mine").toString();
    }

    @Test
    void saysWhatWasKeptAndWhatToDoNext() {
        Captured run = Captured.run("import", music, "--out", out, "--licence", "CC0");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().startsWith("Müsik: kept 10 of 11 pieces, dropped 1.\n"), run.out());
        assertTrue(run.out().contains("licence: CC0"), run.out());
        assertTrue(run.out().contains("8 to learn from (train), 1 to choose by (valid), 1 to measure by (test)"), run.out());
        assertTrue(run.out().contains("HEADER_TRUNCATED"), run.out());
        assertTrue(run.out().contains("1 other file was left aside: 1 .txt"), run.out());
        assertTrue(run.out().contains("Flute"), run.out());
        assertTrue(run.out().contains("cadenza train " + out), run.out());
        Captured info = Captured.run("info", out);
        assertEquals(run.out(), info.out());
        assertEquals(ExitCode.OK, info.code());
    }

    @Test
    void theRecipeThatSuitsMostPiecesIsNamed() throws IOException {
        assertTrue(Captured.run("import", music, "--out", out).out().contains(" --recipe melody "));
        Path bands = Files.createDirectory(folder.resolve("bands"));
        Path choirs = Files.createDirectory(folder.resolve("choirs"));
        for (int file = 0; file < 4; file++) {
            Part drums = new Part("Kit", Instrument.DRUM_KIT, scale(38, file));
            MidiWriter.write(score(List.of(new Part("Bass", new Instrument(33, false), scale(40, file)), drums)),
                    bands.resolve(file + ".mid"));
            int first = file;
            MidiWriter.write(score(Stream.of(72, 67, 60, 48).map(low -> new Part("", Instrument.PIANO, scale(low, first))).toList()),
                    choirs.resolve(file + ".mid"));
        }
        assertTrue(Captured.run("import", bands.toString(), "--out", out + "-b").out().contains(" --recipe band "));
        assertTrue(Captured.run("import", choirs.toString(), "--out", out + "-c").out().contains(" --recipe chorale "));
    }

    private static List<Note> scale(int lowest, int skip) {
        return IntStream.range(0, 32).mapToObj(i -> new Note(i * 240L, 240, Pitch.of(lowest + i * (skip + 1) % 7), 80)).toList();
    }

    private static Score score(List<Part> parts) {
        return new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(), parts, Metadata.NONE);
    }

    @Test
    void theCorpusCanBeLearntFrom() {
        Captured.run("import", music, "--out", out, "--quiet");
        Captured run = Captured.run("train", out, "--recipe", Captured.HOME.resolve("recipes/article-lstm.json").toString(), "--out",
                folder.resolve("model").toString(), "--epochs", "1");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.err().contains("8 pieces to learn from, 1 to judge by"), run.err());
    }

    @Test
    void jsonIsOneObjectAndQuietSaysNothing() {
        Captured quiet = Captured.run("import", music, "--out", out, "--quiet");
        assertEquals("", quiet.out() + quiet.err());
        Captured run = Captured.run("import", music, "--out", out, "--json");
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertEquals(10, json.get("kept").asInt());
        assertEquals(1, json.at("/reasons/HEADER_TRUNCATED").asInt());
        assertEquals(out + "-2", json.get("corpus").asString());
        assertEquals(json, JsonMapper.shared().readTree(Captured.run("info", "--json", out + "-2").out()));
    }

    @Test
    void wishesThatCannotBeAreRefusedInWords() {
        assertEquals(ExitCode.USAGE, Captured.run("import", music, "--out", out, "--valid", "0.7", "--test", "0.3").code());
        assertEquals(ExitCode.USAGE, Captured.run("import", music, "--out", out, "--layout", "spiral").code());
        assertEquals(ExitCode.USAGE, Captured.run("import", music, "--name", "../x").code());
        Captured missing = Captured.run("import", folder.resolve("nowhere").toString(), "--out", out);
        assertEquals(ExitCode.FAILED, missing.code());
        assertTrue(missing.err().contains("there is no such file or folder"), missing.err());
        Captured empty = Captured.run("import", folder.resolve("Müsik/words.txt").toString(), "--out", out);
        assertEquals(ExitCode.FAILED, empty.code());
        assertTrue(empty.err().contains("there are no music files in it"), empty.err());
        assertFalse(Files.exists(folder.resolve("corpora")));
    }
}
