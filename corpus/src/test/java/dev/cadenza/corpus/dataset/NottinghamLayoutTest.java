package dev.cadenza.corpus.dataset;

import static dev.cadenza.corpus.dataset.Fixtures.chord;
import static dev.cadenza.corpus.dataset.Fixtures.note;
import static dev.cadenza.corpus.dataset.Fixtures.part;
import static dev.cadenza.corpus.dataset.Fixtures.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NottinghamLayoutTest {

    private static final int Q = 1024;
    private static final Part TUNE = part("", note(0, Q, 67), note(Q, Q, 71), note(2 * Q, 2 * Q, 74));

    @TempDir
    private Path folder;

    @BeforeEach
    void likeTheRepository() throws IOException {
        for (String name : List.of("MIDI/melody", "MIDI/chords", "ABC_cleaned")) {
            Files.createDirectories(folder.resolve(name));
        }
        List<Note> chords = Stream.of(chord(0, Q, 43, 47, 50), chord(Q, Q, 43, 47, 50), chord(2 * Q, Q, 47, 50, 54, 57),
                chord(3 * Q, Q, 48, 49, 50)).flatMap(List::stream).toList();
        Part harmony = new Part("", Instrument.PIANO, chords);
        Score both = score(Q, Tempo.ofBpm(0, 120), Meter.common(), TUNE, harmony);
        MidiWriter.write(both, folder.resolve("MIDI/reel.mid"));
        MidiWriter.write(score(Q, Tempo.ofBpm(0, 120), Meter.common(), TUNE), folder.resolve("MIDI/jig.mid"));
        MidiWriter.write(both, folder.resolve("MIDI/melody/reel.mid"));
        MidiWriter.write(both, folder.resolve("MIDI/chords/reel.mid"));
        Files.writeString(folder.resolve("ABC_cleaned/reel.abc"), "X:1\n");
    }

    @Test
    void readsEachTuneOnce() {
        assertTrue(new NottinghamLayout().recognises(folder));
        assertTrue(new NottinghamLayout().recognises(folder.resolve("MIDI")));
        assertFalse(new NottinghamLayout().recognises(folder.resolve("MIDI/melody")));
        assertEquals(List.of("MIDI/jig.mid", "MIDI/reel.mid"), new NottinghamLayout().items(folder).stream().map(Item::id).toList());
    }

    @Test
    void namesTheChordsOfTheSecondTrack() {
        SourcePiece piece = new NottinghamLayout().items(folder).get(1).read().getFirst();
        Score score = piece.score();
        assertEquals(List.of("Melody", "Chords"), score.parts().stream().map(Part::name).toList());
        assertEquals("reel", score.metadata().title());
        assertEquals(TUNE.notes(), score.parts().getFirst().notes());
        assertEquals(List.of(new ChordSymbol(0, "G"), new ChordSymbol(2 * Q, "Bm7"), new ChordSymbol(3 * Q, "")), score.chords(),
                "three tones beside each other have no name");
    }

    @Test
    void tunesWithoutChordsHaveTheirMelody() {
        Score score = new NottinghamLayout().items(folder).getFirst().read().getFirst().score();
        assertEquals(List.of("Melody"), score.parts().stream().map(Part::name).toList());
        assertEquals(List.of(), score.chords());
    }
}
