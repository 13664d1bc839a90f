package dev.cadenza.score.abc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Score;
import dev.cadenza.score.form.Playthrough;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.Chord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tunes of the starter corpus are whole, can be sung, and have chords that fit.
class StarterTunesTest {

    private static final Path FOLDER = Path.of("..", "starter", "tunes");
    private static List<Path> files;

    @BeforeAll
    static void list() throws IOException {
        try (Stream<Path> listed = Files.list(FOLDER)) {
            files = listed.sorted().toList();
        }
    }

    static List<Path> files() {
        return files;
    }

    private static AbcTune.Read tune(Path file) throws IOException {
        return Abc.tune(Files.readString(file, StandardCharsets.US_ASCII));
    }

    @Test
    void thereAreTwentyInVariedKeysAndMetres() throws IOException {
        Set<String> metres = new HashSet<>();
        Set<Integer> tonics = new HashSet<>();
        for (Path file : files) {
            Score score = Playthrough.of(tune(file).score());
            metres.add(score.meters().getFirst().toString());
            tonics.add(score.keys().getFirst().tonic());
        }
        assertEquals(20, files.size());
        assertEquals(Set.of("2/4", "3/4", "4/4", "6/8"), metres);
        assertTrue(tonics.size() >= 7, () -> tonics.toString());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyBarIsFull(Path file) throws IOException {
        AbcTune.Read tune = tune(file);
        assertEquals(List.of(), tune.diagnostics());
        Score score = Playthrough.of(tune.score());
        List<Meter> meters = score.meters();
        Meter meter = meters.getFirst();
        long upbeat = meters.size() == 1 ? 0 : meters.get(1).tick();
        assertTrue(meters.size() == 1 || meters.size() == 2 && upbeat < meter.barTicks(480), meters::toString);
        long ticks = score.end() - upbeat;
        long bar = meter.barTicks(480);
        assertTrue(ticks % bar == 0 || (ticks + upbeat) % bar == 0, () -> ticks + " ticks");
        long bars = BarMap.of(score).bars(score.end()) - (upbeat > 0 ? 1 : 0);
        assertTrue(bars >= 8 && bars <= 32, () -> bars + " bars");
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTuneNamesAPrintOlderThan1900(Path file) throws IOException {
        AbcHeader header = tune(file).header();
        assertTrue(header.source().matches(".*, 1[5-8]\\d\\d"), header::source);
        assertTrue(!header.title().isEmpty() && !header.composer().isEmpty(), header::toString);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTuneCanBeSung(Path file) throws IOException {
        List<Note> notes = Abc.notes(Playthrough.of(tune(file).score()));
        int lowest = notes.stream().mapToInt(n -> n.pitch().midi()).min().orElseThrow();
        int highest = notes.stream().mapToInt(n -> n.pitch().midi()).max().orElseThrow();
        assertTrue(lowest >= 55 && highest <= 79 && highest - lowest <= 19, () -> lowest + " to " + highest);
        for (int i = 1; i < notes.size(); i++) {
            assertTrue(notes.get(i).onset() >= notes.get(i - 1).end(), "one voice");
            int leap = Math.abs(notes.get(i).pitch().midi() - notes.get(i - 1).pitch().midi());
            assertTrue(leap <= 16, "leap of " + leap);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void chordsFitTheNotesOnStrongBeats(Path file) throws IOException {
        Score score = Playthrough.of(tune(file).score());
        BarMap bars = BarMap.of(score);
        int strong = 0;
        int fitting = 0;
        for (Note note : Abc.notes(score)) {
            double beat = bars.position(note.onset()).beat();
            Meter meter = bars.meter(bars.bar(note.onset()));
            boolean isStrong = beat == 0 || meter.numerator() != 3 && beat * 2 == meter.numerator();
            List<ChordSymbol> before = score.chords().stream().filter(c -> c.tick() <= note.onset()).toList();
            if (isStrong && !before.isEmpty()) {
                strong++;
                Chord chord = Chord.parse(before.getLast()).understood().orElseThrow();
                fitting += chord.pitchClasses().contains(note.pitch().pitchClass()) ? 1 : 0;
            }
        }
        int of = strong;
        int fit = fitting;
        assertTrue(strong >= 8 && fit >= 0.75 * of, () -> fit + " of " + of);
        Note last = Abc.notes(score).getLast();
        assertEquals(score.keys().getFirst().tonic() == last.pitch().pitchClass(), !file.toString().contains("nowell"));
    }
}
