package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.exchange.JsonScore;
import dev.cadenza.corpus.exchange.MusicFile;
import dev.cadenza.corpus.exchange.MusicReader;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.RepeatSign;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConvertCommandTest {

    private static final String TUNES = """
            X:1
            T:One
            M:4/4
            L:1/4
            K:C
            CDEF|

            X:2
            T:Two
            M:3/4
            L:1/4
            K:G
            GAB|
            """;

    @TempDir
    private Path folder;

    private Score score;
    private String song;

    @BeforeEach
    void writeASong() {
        List<Note> notes = List.of(new Note(0, 480, Pitch.of(60), 80), new Note(480, 480, Pitch.of(60), 70),
                new Note(960, 960, Pitch.of(67), 90));
        Notation page = new Notation(List.of(), List.of(new GraceNote(0, 1, Pitch.of(62), 8, true, false)), List.of());
        score = new Score(480, List.of(new Tempo(0, 500_000)), List.of(Meter.common()), List.of(), List.of(), List.of(),
                List.of(new Part("Flute", new Instrument(73, false), notes, List.of(), List.of(new Lyric(0, "la"), new Lyric(480, "lo")), page)),
                Metadata.titled("Song"), List.of(RepeatSign.of(1920, RepeatSign.Kind.END)));
        AtomicFiles.write(folder.resolve("song.json"), JsonScore.write(score));
        song = at("song.json");
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static Score read(String file) {
        return ((MusicFile.Read) MusicReader.read(Path.of(file)).pieces().getFirst()).score();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mid", "a.musicxml", "a.xml", "a.mxl", "a.json", "a.score.json", "a.csv", "a.npz", "a.roll.json", "a.mat"})
    void everyFormGoesInAndComesOut(String name) {
        Captured run = Captured.run("convert", song, at(name));
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().contains("Wrote " + at(name)), run.out());
        Score back = read(at(name));
        assertEquals(List.of(60, 60, 67), back.parts().getFirst().notes().stream().map(note -> note.pitch().midi()).toList());
        assertEquals(List.of(0L, 1L, 2L), back.parts().getFirst().notes().stream().map(note -> note.onset() / back.resolution()).toList());
        Captured again = Captured.run("convert", at(name), at("back.json"));
        assertEquals(ExitCode.OK, again.code(), again.err());
        assertEquals(back, read(at("back.json")));
        assertEquals(ExitCode.OK, Captured.run("info", at(name)).code());
    }

    @ParameterizedTest
    @CsvSource({"b.wav,RIFF", "b.png,\u0089PNG"})
    void soundAndPictureAreMadeToo(String name, String begins) throws IOException {
        assertEquals(ExitCode.OK, Captured.run("convert", song, at(name)).code());
        assertEquals(begins, new String(Files.readAllBytes(folder.resolve(name)), 0, 4, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aJsonScoreLosesNothing() {
        Captured run = Captured.run("convert", song, at("copy.json"));
        assertEquals(score, read(at("copy.json")));
        assertEquals(1, run.out().lines().count(), run.out());
    }

    @Test
    void whatIsLostIsTold() {
        assertTrue(Captured.run("convert", song, at("a.csv")).out().contains(
                "1 tempo, 1 time signature, 1 repeat sign, 2 lyrics and 1 grace note are not in a CSV of notes. --repeats plays repeats out.\n"));
        assertTrue(Captured.run("convert", song, at("a.mid")).out().contains("1 repeat sign and 1 grace note are not in MIDI."));
        assertTrue(Captured.run("convert", "--repeats", song, at("b.mid")).out().contains("2 grace notes are not in MIDI."));
    }

    @Test
    void repeatsArePlayedOutOnRequest() {
        Captured.run("convert", song, at("once.mid"));
        Captured.run("convert", "--repeats", song, at("twice.mid"));
        assertEquals(3, read(at("once.mid")).parts().getFirst().notes().size());
        assertEquals(6, read(at("twice.mid")).parts().getFirst().notes().size());
        Captured.run("render", song, "--to", "mid", "--out", at("heard"));
        assertEquals(6, read(at("heard.mid")).parts().getFirst().notes().size());
    }

    @Test
    void equalScoresMakeEqualBytes() throws IOException {
        for (String ending : List.of("mid", "mxl", "json", "csv", "npz", "roll.json", "mat")) {
            Captured.run("convert", song, at("x." + ending));
            Captured.run("convert", song, at("y." + ending));
            assertArrayEquals(Files.readAllBytes(folder.resolve("x." + ending)), Files.readAllBytes(folder.resolve("y." + ending)), ending);
        }
    }

    @Test
    void nothingIsOverwrittenUnlessForced() throws IOException {
        byte[] before = Files.readAllBytes(Path.of(song));
        Captured run = Captured.run("convert", song, song);
        assertTrue(run.out().contains("song-2.json"), run.out() + run.err());
        assertArrayEquals(before, Files.readAllBytes(Path.of(song)));
        Files.writeString(folder.resolve("old.csv"), "old");
        Captured.run("convert", "--force", song, at("old.csv"));
        assertTrue(Files.readString(folder.resolve("old.csv")).startsWith("part,"));
    }

    @Test
    void aFolderOfTheSameNameIsNotWhatWasMeant() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Captured.run("convert", song, at("out.mid"));
        assertTrue(Files.exists(folder.resolve("out.mid")));
    }

    @Test
    void eachTuneOfAFileIsAFile() throws IOException {
        Files.writeString(folder.resolve("tunes.abc"), TUNES);
        Captured run = Captured.run("convert", at("tunes.abc"), "--to", "csv", "--out", folder + "/", "--json");
        assertEquals(ExitCode.OK, run.code(), run.err());
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertEquals(List.of(at("tunes-1.csv"), at("tunes-2.csv")),
                List.of(json.at("/files/0").asString(), json.at("/files/1").asString()));
        assertEquals(3, read(at("tunes-2.csv")).parts().getFirst().notes().size());
        assertEquals(2, Captured.run("info", "--json", at("tunes.abc")).out().lines().count());
    }

    @Test
    void aBadFileAmongSeveralCostsOnlyItself() throws IOException {
        Files.writeString(folder.resolve("page.mid"), "<html>");
        Captured run = Captured.run("convert", at("page.mid"), song, "--to", "mid,npz", "--steps", "4", "--out", folder + "/");
        assertEquals(ExitCode.FAILED, run.code());
        assertEquals("cadenza: " + at("page.mid") + ": this is a web page. Get the file itself, not the page about it.\n", run.err());
        assertEquals(4, read(at("song.npz")).resolution());
        assertTrue(Files.exists(folder.resolve("song.mid")));
    }

    @Test
    void whatCannotBeMeantIsWrongUsage() {
        assertEquals(ExitCode.USAGE, Captured.run("convert", song).code());
        assertEquals(ExitCode.USAGE, Captured.run("convert", song, at("a.doc")).code());
        assertEquals(ExitCode.USAGE, Captured.run("convert", song, song, at("a.mid")).code());
        assertEquals(ExitCode.USAGE, Captured.run("convert", song, at("a.npz"), "--steps", "0").code());
        assertFalse(Files.exists(folder.resolve("a.mid")));
    }

    @Test
    void musicThatIsTooLongIsOneSentence() {
        Score late = score.withParts(List.of(new Part("p", Instrument.PIANO, List.of(new Note(1L << 50, 1, Pitch.of(60), 80)))));
        AtomicFiles.write(folder.resolve("late.json"), JsonScore.write(new Score(late.resolution(), late.tempos(), late.meters(), late.keys(),
                late.chords(), late.markers(), late.parts(), late.metadata())));
        for (String ending : List.of("mid", "musicxml", "npz", "roll.json", "mat", "wav")) {
            Captured run = Captured.run("convert", at("late.json"), at("late." + ending));
            assertEquals(ExitCode.FAILED, run.code(), ending);
            assertEquals(1, run.err().lines().count(), run.err());
            assertFalse(Files.exists(folder.resolve("late." + ending)), ending);
        }
    }

    @Test
    void aNameCannotCommandATerminal() throws IOException {
        Path odd = folder.resolve("a\nb\u001B[31m.mid");
        Files.writeString(odd, "<html>");
        Captured run = Captured.run("convert", odd.toString(), at("x.csv"));
        assertEquals(1, run.err().lines().count(), run.err());
        assertFalse(run.err().contains("\u001B"), run.err());
    }

    @Test
    void infoSaysWhatAScoreHolds() {
        Captured run = Captured.run("info", song);
        assertTrue(run.out().contains("  Song\n  JSON score, 3 notes in 1 part, 1 bar, 2.0 s\n"), run.out());
        assertTrue(run.out().contains("  parts: Flute\n  with 1 tempo, 1 time signature, 1 repeat sign, 2 lyrics, 1 grace note\n"), run.out());
    }
}
