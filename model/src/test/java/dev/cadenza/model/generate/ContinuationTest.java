package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.ModelSpec.Cell;
import dev.cadenza.model.Toys;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContinuationTest {

    private static final Autoregressive CHORALES = Toys.model(Cell.GRU, Toys.STEP, Toys.SATB, 1);
    private static final Autoregressive MELODIES = Toys.model(Cell.LSTM, Toys.STEP, Toys.MELODY, 2);
    private static final Autoregressive CLASSIC = Toys.model(Cell.LSTM, Toys.ONE_HOT, Toys.MELODY, 3);

    /// Seven quarters in 3/4, a little late and uneven, at 96 ticks a quarter.
    private static Score song() {
        List<Note> notes = new ArrayList<>();
        int[] pitches = {62, 64, 66, 67, 69, 66, 62};
        for (int i = 0; i < pitches.length; i++) {
            notes.add(new Note(96L * i + i % 3, 90 + i % 4, Pitch.of(pitches[i]), 60 + i));
        }
        List<Note> drums = IntStream.range(0, 7).mapToObj(i -> new Note(96L * i, 10, Pitch.of(36), 99)).toList();
        return new Score(96, List.of(Tempo.ofBpm(0, 77)), List.of(new Meter(0, 3, 4)),
                List.of(new KeySignature(0, 2, Mode.MAJOR)), List.of(), List.of(), List.of(
                        new Part("Drums", Instrument.DRUM_KIT, drums), new Part("Flute", new Instrument(73, false), notes)),
                Metadata.titled("Song"));
    }

    @Test
    void thePrimerStaysAsItIs() {
        for (Autoregressive model : List.of(MELODIES, CLASSIC)) {
            Score primer = song();
            for (Take take : Composer.compose(model, new GenerationRequest.Continue(primer, 3, Optional.empty(),
                    SamplerSettings.usual(), Constraints.usual(), 4, 3))) {
                Score score = take.score();
                assertEquals(primer, score.withParts(primer.parts()));
                assertEquals(primer.parts().getFirst(), score.parts().getFirst());
                Part flute = score.parts().get(1);
                assertEquals(primer.parts().get(1).notes(), flute.notes().subList(0, 7));
                assertTrue(flute.notes().size() > 7);
                assertEquals(new Instrument(73, false), flute.instrument());
                assertTrue(flute.notes().get(7).onset() >= flute.notes().get(6).end());
                assertEquals((3 + 3) * 3 * 96, score.end());       // seven quarters fill the third bar
                assertEquals(2, flute.notes().getLast().pitch().pitchClass());
                assertEquals(63, flute.notes().getLast().velocity());
            }
        }
    }

    @Test
    void voicesGoOnInTheirParts() {
        int[] chord = {72, 67, 64, 48};
        List<Part> parts = new ArrayList<>();
        for (int voice : new int[] {3, 0, 2, 1}) {
            parts.add(new Part("v" + voice, new Instrument(40 + voice, false), List.of(
                    new Note(0, 480, Pitch.of(chord[voice]), 80), new Note(480, 1440, Pitch.of(chord[voice] + 2), 80))));
        }
        Score primer = new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(), parts, Metadata.NONE);
        Score score = Composer.compose(CHORALES, GenerationRequest.Continue.usual(primer, 11)).getFirst().score();
        assertEquals(17 * 4 * 480, score.end());
        for (int i = 0; i < 4; i++) {
            Part part = score.parts().get(i);
            assertEquals(parts.get(i).notes(), part.notes().subList(0, 2));
            assertEquals(parts.get(i).instrument(), part.instrument());
            assertTrue(part.notes().size() > 3, part.toString());
            assertTrue(part.notes().get(2).onset() >= 1920);
        }
        double bass = mean(score.parts().get(0));
        assertTrue(mean(score.parts().get(1)) > mean(score.parts().get(3)) && mean(score.parts().get(2)) > bass);
    }

    private static double mean(Part part) {
        return part.notes().stream().mapToInt(note -> note.pitch().midi()).average().orElseThrow();
    }

    @Test
    void whatSoundsLongerThanTheMelodyIsWaitedFor() {
        Score song = song();
        Part chord = new Part("Organ", new Instrument(19, false), List.of(new Note(0, 96 * 8, Pitch.of(50), 70),
                new Note(0, 96 * 8, Pitch.of(54), 70)));
        Score primer = song.withParts(List.of(song.parts().get(1), chord));
        Score score = Composer.compose(MELODIES, GenerationRequest.Continue.usual(primer, 2)).getFirst().score();
        assertEquals(chord, score.parts().get(1));
        assertTrue(score.parts().getFirst().notes().get(7).onset() >= 96 * 8);
    }

    @Test
    void aPrimerWithoutNotesIsRefused() {
        Score empty = new Score(96, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Metadata.NONE);
        assertThrows(RequestException.class, () -> Composer.compose(MELODIES, GenerationRequest.Continue.usual(empty, 2)));
        assertThrows(RequestException.class, () -> Composer.compose(CHORALES, GenerationRequest.Continue.usual(empty, 2)));
    }
}
