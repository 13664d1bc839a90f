package dev.cadenza.corpus.dataset;

import static dev.cadenza.corpus.dataset.Fixtures.note;
import static dev.cadenza.corpus.dataset.Fixtures.part;
import static dev.cadenza.corpus.dataset.Fixtures.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pop909LayoutTest {

    private static final int Q = 480;
    /// Where the first beat lies: the bars of the songs are not those of their files.
    private static final int PHASE = 100;

    @TempDir
    private Path folder;
    private Path song;

    @BeforeEach
    void likeTheRepository() throws IOException {
        song = Files.createDirectories(folder.resolve("POP909/042"));
        Files.createDirectories(song.resolve("versions"));
        Files.writeString(folder.resolve("POP909/index.xlsx"), "");
        midi(note(PHASE + Q, Q, 60), note(PHASE + 5 * Q, 240, 62));
        beats(10, 4, 1);
        Files.writeString(song.resolve("chord_midi.txt"), seconds(0) + "\t" + seconds(1) + "\tN\n" + seconds(1) + "\t" + seconds(5)
                + "\tC#:min7\n" + seconds(5) + "\t" + seconds(7) + "\tC#:min7\n" + seconds(7) + "\t" + seconds(9) + "\tA:maj/3\n");
        Files.writeString(song.resolve("key_audio.txt"), "0.9\t2.2\tGb:maj\n2.3\t9.0\tA:min\n");
    }

    private void midi(dev.cadenza.score.Note... melody) {
        Score score = score(Q, new Tempo(0, 500_000), new Meter(0, 1, 4), part("MELODY", melody),
                part("BRIDGE"), part("PIANO", note(PHASE + 9 * Q, Q, 48)));
        MidiWriter.write(score, song.resolve("042.mid"));
    }

    private static String seconds(double beat) {
        return String.format(Locale.ROOT, "%.6f", (PHASE + beat * Q) / (2.0 * Q));
    }

    private void beats(int count, int bar, int downbeat) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int beat = 0; beat < count; beat++) {
            int shorter = bar == 3 ? 3 : 2;
            text.append(seconds(beat)).append(' ').append(Math.floorMod(beat - downbeat, shorter) == 0 ? "1.0" : "0.0").append(' ')
                    .append(Math.floorMod(beat - downbeat, 2 * shorter) == 0 ? "1.0" : "0.0").append('\n');
        }
        Files.writeString(song.resolve("beat_midi.txt"), text);
    }

    private SourcePiece piece() {
        List<Item> items = new Pop909Layout().items(folder);
        assertEquals(List.of("POP909/042/042.mid"), items.stream().map(Item::id).toList());
        return items.getFirst().read().getFirst();
    }

    @Test
    void beatsAreQuartersAndBarsBeginWhereTheyDo() {
        Score score = piece().score();
        assertEquals(List.of("MELODY", "BRIDGE", "PIANO"), score.parts().stream().map(Part::name).toList());
        assertEquals(List.of(note(Q, Q, 60), note(5 * Q, 240, 62)), score.parts().getFirst().notes());
        assertEquals(List.of(new Meter(0, 4, 4), new Meter(Q, 4, 4)), score.meters(), "an upbeat of one beat");
        assertEquals(List.of(), piece().repairs());
    }

    @Test
    void chordsAndKeysStandAtTheirTimes() {
        Score score = piece().score();
        assertEquals(List.of(new ChordSymbol(Q, "C#m7"), new ChordSymbol(7 * Q, "A/C#"), new ChordSymbol(9 * Q, "")), score.chords());
        assertEquals(List.of(new KeySignature(0, -6, Mode.MAJOR), new KeySignature(5 * Q, 0, Mode.MINOR)), score.keys(),
                "2.3 s is between beats 4 and 5; the nearest bar begins at 5");
    }

    @Test
    void threeBeatsAreThreeFour() throws IOException {
        beats(13, 3, 0);
        assertEquals(List.of(new Meter(0, 3, 4)), piece().score().meters());
    }

    @Test
    void barsOfOtherLengthsHaveTheirOwnMetre() throws IOException {
        Files.writeString(song.resolve("beat_midi.txt"), row(0, 1) + row(1, 0) + row(2, 0) + row(3, 0) + row(4, 1) + row(5, 0)
                + row(6, 1) + row(7, 0) + row(8, 0) + row(9, 0));
        assertEquals(List.of(new Meter(0, 4, 4), new Meter(4 * Q, 2, 4), new Meter(6 * Q, 4, 4)), piece().score().meters());
        Files.writeString(song.resolve("beat_midi.txt"), row(0, 1) + row(1, 0) + row(2, 0) + row(3, 0) + row(4, 0) + row(5, 0)
                + row(6, 1) + row(7, 0) + row(8, 0) + row(9, 0) + row(10, 0) + row(11, 1));
        assertEquals(List.of(new Meter(0, 4, 4), new Meter(4 * Q, 2, 4), new Meter(6 * Q, 5, 4), new Meter(11 * Q, 4, 4)),
                piece().score().meters());
    }

    private static String row(int beat, int downbeat) {
        return seconds(beat) + " " + (beat % 2 == 0 ? "1.0" : "0.0") + " " + downbeat + ".0\n";
    }

    @Test
    void notesBeforeTheFirstBeatMoveEverythingByWholeBeats() {
        midi(note(PHASE - 60, 60, 59), note(PHASE, Q, 60));
        Score score = piece().score();
        assertEquals(List.of(note(Q - 60, 60, 59), note(Q, Q, 60)), score.parts().getFirst().notes());
        assertEquals(List.of(new Meter(0, 4, 4), new Meter(2 * Q, 4, 4)), score.meters());
    }

    @Test
    void unevenBeatsAreEvenedOut() throws IOException {
        StringBuilder text = new StringBuilder();
        double[] at = {0, 1, 2, 3, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5};
        for (int beat = 0; beat < at.length; beat++) {
            text.append(seconds(at[beat])).append(beat % 2 == 0 ? " 1.0" : " 0.0").append(beat % 4 == 0 ? " 1.0\n" : " 0.0\n");
        }
        Files.writeString(song.resolve("beat_midi.txt"), text);
        midi(note(PHASE + 3 * Q, 240, 60), note(PHASE + 3 * Q + 120, 120, 62), note(PHASE + 4 * Q + 240, Q, 64));
        SourcePiece piece = piece();
        assertEquals(List.of(note(3 * Q, Q, 60), note(3 * Q + 240, 240, 62), note(5 * Q, Q, 64)), piece.score().parts().getFirst().notes());
        assertEquals("BEATS_UNEVEN", piece.repairCode());
    }

    @Test
    void damagedAnnotationsCostTheSong() throws IOException {
        refused("NO_BEATS", "beat_midi.txt", "0.5 0.0 0.0\n");
        refused("NO_BEATS", "beat_midi.txt", "");
        refused("BAD_ANNOTATION", "beat_midi.txt", "1.0 1.0 1.0\n0.5 1.0 1.0\n");
        refused("BAD_ANNOTATION", "beat_midi.txt", "1e300 1.0 1.0\n");
        refused("BAD_ANNOTATION", "beat_midi.txt", "NaN 1.0 1.0\n");
        refused("BAD_ANNOTATION", "beat_midi.txt", "1.0 one 1.0\n");
        refused("BAD_ANNOTATION", "beat_midi.txt", "1.0 1.0\n");
        beats(10, 4, 1);
        refused("BAD_ANNOTATION", "key_audio.txt", "0.9 2.2 H:maj\n");
    }

    private void refused(String code, String file, String text) throws IOException {
        Files.writeString(song.resolve(file), text);
        assertEquals(code, assertThrows(InputException.class, this::piece, text).code(), text);
    }

    @Test
    void isRecognisedByItsNames() throws IOException {
        assertTrue(new Pop909Layout().recognises(folder));
        assertTrue(new Pop909Layout().recognises(folder.resolve("POP909")));
        Files.delete(song.resolve("beat_midi.txt"));
        assertFalse(new Pop909Layout().recognises(folder));
    }
}
