package dev.cadenza.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.exchange.MusicFile;
import dev.cadenza.corpus.exchange.MusicReader;
import dev.cadenza.model.ModelSpec.DeepBach.Reading;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Control;
import dev.cadenza.score.GraceNote;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Marker;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.midi.MidiWriter;
import dev.cadenza.score.notation.MusicXmlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `harmonize` and `fill` keep of a file beside its notes.
class VoicesFilesTest {

    private static final int QUARTER = 480;
    private static final long BAR = 3 * QUARTER;
    private static final List<Integer> TUNE = List.of(67, 69, 71, 72, 71, 69, 67, 66, 67, 69, 71, 74, 72, 69, 67, 67, 66, 67);

    @TempDir
    private Path folder;

    private String model;

    @BeforeEach
    void write() {
        model = folder.resolve("toy").toString();
        ToyModel.writeVoices(folder.resolve("toy"), Reading.NEIGHBOURS);
        MidiWriter.write(piece(), folder.resolve("piece.mid"));
        MusicXmlWriter.write(piece(), folder.resolve("piece.musicxml"));
    }

    /// Six bars of four sung parts, with all that a part and a score can say. A tie leads from the second bar into the third.
    private static Score piece() {
        List<Part> parts = Stream.of(new Part("First", new Instrument(52, false), notes(0)), new Part("Second", new Instrument(53, false), notes(5)),
                new Part("Third", new Instrument(42, false), notes(12)), new Part("Fourth", new Instrument(58, false), notes(24)))
                .map(VoicesFilesTest::dressed).toList();
        return new Score(QUARTER, List.of(Tempo.ofBpm(0, 90), Tempo.ofBpm(4 * BAR, 60)), List.of(new Meter(0, 3, 4)),
                List.of(new KeySignature(0, 1, Mode.MAJOR), new KeySignature(4 * BAR, 0, Mode.MAJOR)), List.of(new ChordSymbol(0, "G"), new ChordSymbol(2 * BAR, "D7")),
                List.of(new Marker(BAR, "A")), parts, new Metadata("Six bars", "Nobody", ""));
    }

    private static List<Note> notes(int lower) {
        List<Note> notes = IntStream.range(0, TUNE.size()).mapToObj(i -> new Note(i * (long) QUARTER, QUARTER, Pitch.of(TUNE.get(i) - lower), 64 + i)).toList();
        return IntStream.range(0, notes.size()).filter(i -> i != 6)
                .mapToObj(i -> i == 5 ? new Note(notes.get(5).onset(), 2 * QUARTER, notes.get(5).pitch(), 70) : notes.get(i)).toList();
    }

    private static Part dressed(Part part) {
        List<Lyric> lyrics = part.notes().stream().map(note -> new Lyric(note.onset(), note.onset() % BAR == 0 ? "la-" : "la", 1)).toList();
        List<Control> controls = List.of(new Control.ControlChange(0, 7, 90), new Control.ControlChange(240, 11, 80), new Control.ControlChange(QUARTER, 64, 127),
                new Control.ControlChange(2 * BAR + 100, 64, 0), new Control.PitchBend(3 * BAR, 100));
        List<Mark> marks = List.of(new Mark.Dynamic(0, Mark.Level.MF), new Mark.Articulation(0, 1, Mark.Sign.STACCATO), new Mark.Slur(QUARTER, 1, 2L * QUARTER),
                new Mark.Articulation(BAR, 1, Mark.Sign.ACCENT), new Mark.Articulation(2 * BAR + QUARTER, 1, Mark.Sign.STACCATO),
                new Mark.Slur(3 * BAR, 1, 3 * BAR + QUARTER), new Mark.Articulation(5 * BAR, 1, Mark.Sign.TENUTO), new Mark.Words(5 * BAR, "rit."),
                new Mark.Articulation(5 * BAR + 2 * QUARTER, 1, Mark.Sign.FERMATA));
        List<GraceNote> graces = List.of(new GraceNote(QUARTER, 1, Pitch.of(60), 16, true, false), new GraceNote(5 * BAR, 1, Pitch.of(62), 8, false, false));
        return new Part(part.name(), part.instrument(), part.notes(), controls, lyrics,
                new Notation(Collections.nCopies(part.notes().size(), 1), graces, marks));
    }

    private Score read(String name) {
        return ((MusicFile.Read) MusicReader.read(folder.resolve(name)).pieces().getFirst()).score();
    }

    private void run(String... arguments) {
        Captured run = Captured.run(Stream.concat(Stream.of(arguments), Stream.of("--model", model, "--seed", "3", "--out", folder.resolve("out").toString()))
                .toArray(String[]::new));
        assertEquals(ExitCode.OK, run.code(), run.err());
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static void assertSameFrame(Score before, Score after) {
        assertEquals(before.resolution(), after.resolution());
        assertEquals(before.tempos(), after.tempos());
        assertEquals(before.meters(), after.meters());
        assertEquals(before.keys(), after.keys());
        assertEquals(before.chords(), after.chords());
        assertEquals(before.markers(), after.markers());
        assertEquals(before.metadata(), after.metadata());
        assertEquals(before.repeats(), after.repeats());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mid", "musicxml"})
    void aGivenPartKeepsAllItHas(String format) {
        run("harmonize", at("piece." + format), "--part", "second", "--voice", "tenor", "--to", format);
        Score before = read("piece." + format);
        Score after = read("out." + format);
        assertSameFrame(before, after);
        assertEquals(before.parts().get(1), after.parts().get(2));
        assertFalse(before.parts().get(1).lyrics().isEmpty());
        assertEquals(4, after.parts().size());
        for (int made : new int[] {0, 1, 3}) {
            assertFalse(after.parts().get(made).notes().isEmpty(), "voice " + made);
            assertTrue(after.parts().get(made).lyrics().isEmpty(), "voice " + made);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mid", "musicxml"})
    void outsideOfARegionAllStays(String format) {
        run("fill", at("piece." + format), "--bars", "3-4", "--parts", "second,4", "--to", format);
        Score before = read("piece." + format);
        Score after = read("out." + format);
        assertSameFrame(before, after);
        assertEquals(before.parts().get(0), after.parts().get(0));
        assertEquals(before.parts().get(2), after.parts().get(2));
        for (int part : new int[] {1, 3}) {
            Part old = before.parts().get(part);
            Part made = after.parts().get(part);
            assertEquals(old.name(), made.name());
            assertEquals(old.instrument(), made.instrument());
            assertEquals(old.controls(), made.controls());
            assertEquals(outside(old), outside(made));
            assertNotEquals(old.notes(), made.notes());
            assertTrue(made.notes().contains(old.notes().get(5)), "what is tied into the region stays");
            assertEquals(outsideMarks(old), outsideMarks(made));
            assertEquals(old.notation().graces(), made.notation().graces());
            assertTrue(made.notation().marks().stream().allMatch(mark -> old.notation().marks().contains(mark)));
            assertEquals(lyricsOutside(old), lyricsOutside(made));
            assertEquals(old.notation().voices().isEmpty(), made.notation().voices().isEmpty());
        }
    }

    /// The page of an exchanged part, which MIDI has not: slurs and dots of notes that are gone go with them.
    @Test
    void whatStoodAtNotesThatAreGoneGoesWithThem() {
        run("fill", at("piece.musicxml"), "--bars", "3-4", "--parts", "second", "--to", "musicxml");
        List<Mark> marks = read("out.musicxml").parts().get(1).notation().marks();
        assertTrue(read("piece.musicxml").parts().get(1).notation().marks().size() >= 9);
        assertTrue(marks.stream().noneMatch(mark -> mark.tick() >= 2 * BAR && mark.tick() < 4 * BAR), marks.toString());
        assertTrue(marks.contains(new Mark.Articulation(5 * BAR + 2 * QUARTER, 1, Mark.Sign.FERMATA)), marks.toString());
    }

    private static boolean outside(long tick) {
        return tick < 2 * BAR || tick >= 4 * BAR;
    }

    private static List<Note> outside(Part part) {
        return part.notes().stream().filter(note -> outside(note.onset())).toList();
    }

    private static List<Mark> outsideMarks(Part part) {
        return part.notation().marks().stream().filter(mark -> outside(mark.tick())).toList();
    }

    private static List<Lyric> lyricsOutside(Part part) {
        return part.lyrics().stream().filter(lyric -> outside(lyric.tick())).toList();
    }

    @Test
    void equalSeedsMakeEqualFilesOfEveryFormat() throws IOException {
        for (String verb : List.of("harmonize", "fill")) {
            run(verb, at("piece.musicxml"), "--to", "mid,musicxml,abc,json", "--takes", "2");
            run(verb, at("piece.musicxml"), "--to", "mid,musicxml,abc,json", "--takes", "2");
            for (String ending : List.of("mid", "musicxml", "abc", "score.json", "json")) {
                for (int take = 1; take <= 2; take++) {
                    assertArrayEquals(Files.readAllBytes(folder.resolve("out-" + take + "." + ending)),
                            Files.readAllBytes(folder.resolve("out-" + (take + 2) + "." + ending)), verb + " " + take + " " + ending);
                }
            }
            assertNotEquals(Files.mismatch(folder.resolve("out-1.mid"), folder.resolve("out-2.mid")), -1, "takes differ");
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(file -> file.getFileName().toString().startsWith("out-")).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
