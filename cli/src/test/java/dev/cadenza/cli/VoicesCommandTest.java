package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.model.ModelSpec.DeepBach.Reading;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// `harmonize` and `fill`.
class VoicesCommandTest {

    /// An upbeat, a triplet that no grid of sixteenths holds, a rest, and an end on the tonic.
    private static final String MELODY = """
            X:1
            T:A tune
            M:3/4
            L:1/4
            Q:1/4=88
            K:G
            D | G A B | (3c/B/A/ B z | d c A | G2 z |
            """;

    @TempDir
    private Path folder;

    private String model;

    @BeforeEach
    void write() throws IOException {
        model = folder.resolve("toy").toString();
        ToyModel.writeVoices(folder.resolve("toy"), Reading.ORDERLESS);
        Files.writeString(folder.resolve("tune.abc"), MELODY);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private Score score(String name) {
        return MidiReader.read(folder.resolve(name)).score();
    }

    private static List<String> notes(Part part) {
        return part.notes().stream().map(note -> note.onset() + " " + note.duration() + " " + note.pitch().midi() + " " + note.velocity()).toList();
    }

    private Captured harmonize(String out, String... more) {
        return run(List.of("harmonize", at("tune.abc"), "--model", model, "--seed", "5", "--to", "mid", "--out", at(out)), more);
    }

    private static Captured run(List<String> first, String... more) {
        return Captured.run(Stream.concat(first.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(Reading.class)
    void theMelodyStaysAsItIsAndThreeVoicesJoinIt(Reading reading) {
        ToyModel.writeVoices(folder.resolve("toy"), reading);
        Captured run = harmonize("four");
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertEquals(ExitCode.OK, Captured.run("convert", at("tune.abc"), at("tune.mid")).code());
        Score four = score("four.mid");
        assertEquals(4, four.parts().size());
        assertEquals(notes(score("tune.mid").parts().getFirst()), notes(four.parts().getFirst()));
        assertEquals(List.of("Alto", "Tenor", "Bass"), four.parts().stream().skip(1).map(Part::name).toList());
        for (int voice = 1; voice < 4; voice++) {
            List<Note> notes = four.parts().get(voice).notes();
            assertTrue(notes.size() > 3, "voice " + voice);
            for (Note note : notes) {
                assertTrue(four.parts().get(voice - 1).notes().stream().filter(over -> over.onset() < note.end() && note.onset() < over.end()
                        && note.onset() % 120 == 0).allMatch(over -> over.pitch().midi() >= note.pitch().midi()), "voices cross at " + note);
            }
        }
        List<Note> last = four.parts().stream().map(part -> part.notes().getLast()).toList();
        assertEquals(7, last.getLast().pitch().midi() % 12, "the bass closes on the tonic");
        assertTrue(last.stream().anyMatch(note -> note.pitch().midi() % 12 == 11), "the last chord has its third");
    }

    @Test
    void equalSeedsMakeEqualFilesAndOthersOthers() throws IOException {
        harmonize("a");
        harmonize("b");
        harmonize("c", "--temperature", "1.3");
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.mid")), Files.readAllBytes(folder.resolve("b.mid")));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.json")), Files.readAllBytes(folder.resolve("b.json")));
        assertNotEquals(notes(score("a.mid").parts().get(2)), notes(score("c.mid").parts().get(2)));
    }

    @Test
    void limitsHoldForWhatIsMade() {
        Captured run = harmonize("limited", "--scale", "G major", "--as-made", "--voice", "bass");
        assertEquals(ExitCode.OK, run.code(), run.err());
        Score made = score("limited.mid");
        assertEquals("Soprano", made.parts().getFirst().name());
        List<Integer> scale = List.of(7, 9, 11, 0, 2, 4, 6);
        made.parts().stream().limit(3).flatMap(part -> part.notes().stream())
                .forEach(note -> assertTrue(scale.contains(note.pitch().midi() % 12), note.toString()));
    }

    /// Numerals under a melody in G are chords of G, from the first whole bar on, behind the upbeat.
    @Test
    void numeralsAreInTheKeyOfTheMelody() throws IOException {
        Captured run = harmonize("numerals", "--chords", "I | IV | V | I");
        assertEquals(ExitCode.OK, run.code(), run.err());
        Part bass = score("numerals.mid").parts().getLast();
        List<Integer> roots = List.of(7, 0, 2, 7);
        for (int bar = 0; bar < 4; bar++) {
            long tick = 480 + bar * 3 * 480L;
            assertEquals(List.of(roots.get(bar)), bass.notes().stream().filter(note -> note.onset() <= tick && tick < note.end())
                    .map(note -> note.pitch().midi() % 12).toList(), "bar " + bar);
        }
        assertTrue(Files.readString(folder.resolve("numerals.json")).contains("\"chords\" : \"I | IV | V | I\""));
    }

    @Test
    void whatIsFilledChangesTheRegionAlone() {
        harmonize("four");
        Captured run = run(List.of("fill", at("four.mid"), "--model", model, "--seed", "9", "--to", "mid", "--out", at("filled")),
                "--bars", "2-3", "--parts", "alto,4");
        assertEquals(ExitCode.OK, run.code(), run.err());
        Score before = score("four.mid");
        Score after = score("filled.mid");
        assertEquals(before.tempos(), after.tempos());
        assertEquals(before.meters(), after.meters());
        assertEquals(notes(before.parts().get(0)), notes(after.parts().get(0)));
        assertEquals(notes(before.parts().get(2)), notes(after.parts().get(2)));
        // The upbeat is the first bar.
        long from = 480;
        long to = from + 2 * 3 * 480;
        for (int part : new int[] {1, 3}) {
            assertEquals(outside(before.parts().get(part), from, to), outside(after.parts().get(part), from, to));
        }
        assertNotEquals(notes(before.parts().get(1)), notes(after.parts().get(1)));
    }

    /// Notes that are not all inside.
    private static List<String> outside(Part part, long from, long to) {
        return notes(part.withNotes(part.notes().stream().filter(note -> note.onset() < from || note.end() > to).toList()));
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() throws IOException {
        Files.writeString(folder.resolve("chords.abc"), "X:1\nM:4/4\nL:1/4\nK:C\n[CEG] [CEG] [CEG]2|\n");
        refused("several notes sound at once in bar 1", "harmonize", at("chords.abc"), "--model", model);
        refused("not 4", "fill", at("tune.abc"), "--model", model);
        harmonize("four");
        refused("no such bars", "fill", at("four.mid"), "--model", model, "--bars", "40");
        refused("no part 'viola'", "fill", at("four.mid"), "--model", model, "--parts", "viola");
        refused("no voice", "harmonize", at("tune.abc"), "--model", model, "--voice", "mezzo");
        ToyModel.write(folder.resolve("melody"));
        refused("fills in nothing between", "fill", at("four.mid"), "--model", at("melody"));
        refused("does not go on behind a primer", "continue", at("tune.abc"), "--model", model);
    }

    private static void refused(String sentence, String... arguments) {
        Captured run = Captured.run(arguments);
        assertNotEquals(ExitCode.OK, run.code());
        assertTrue(run.err().contains(sentence), run.err());
        assertEquals(1, run.err().lines().filter(line -> line.startsWith("cadenza: ")).count(), run.err());
    }

    @Test
    void newMusicIsDrawnAsWell() {
        Captured run = Captured.run("compose", "--model", model, "--bars", "4", "--seed", "2", "--to", "mid", "--key", "F", "--out", at("new"));
        assertEquals(ExitCode.OK, run.code(), run.err());
        Score made = score("new.mid");
        assertEquals(4, made.parts().size());
        assertEquals(4 * 4 * 480, made.end());
        assertEquals(5, made.parts().getLast().notes().getLast().pitch().midi() % 12);
    }
}
