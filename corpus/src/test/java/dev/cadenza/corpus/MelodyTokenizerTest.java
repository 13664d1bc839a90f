package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MelodyTokenizerTest {

    private static final MelodyTokenizer MELODY = new MelodyTokenizer(4);

    private static Part part(String name, int program, int... onsetDurationPitch) {
        Note[] notes = new Note[onsetDurationPitch.length / 3];
        Arrays.setAll(notes, i -> new Note(onsetDurationPitch[3 * i], onsetDurationPitch[3 * i + 1],
                Pitch.of(onsetDurationPitch[3 * i + 2]), 64));
        return new Part(name, new Instrument(program, false), List.of(notes));
    }

    private static Score score(Meter meter, Part... parts) {
        return new Score(480, List.of(), List.of(meter), List.of(new KeySignature(0, 2, Mode.MAJOR)), List.of(), List.of(),
                List.of(parts), Metadata.NONE);
    }

    private static List<String> names(MelodyTokenizer tokenizer, TokenSequence sequence) {
        return Arrays.stream(sequence.tokens()).mapToObj(tokenizer.vocabulary()::name).toList();
    }

    @Test
    void tokensAndContextOfAKnownPhrase() {
        TokenSequence tokens = MELODY.encode(score(new Meter(0, 3, 8), part("", 0, 120, 240, 62, 360, 120, 62, 600, 120, 66)));
        assertEquals(List.of("rest", "n62", "hold", "n62", "rest", "n66"), names(MELODY, tokens));
        assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, Contexts.row(tokens, 0));
        assertArrayEquals(new int[] {5, 5, 5, 5, 5, 5}, Contexts.row(tokens, 1), "3/8");
        assertArrayEquals(new int[] {3, 3, 3, 3, 3, 3}, Contexts.row(tokens, 2), "D major");
        assertArrayEquals(new int[] {5, 5, 4, 3, 2, 1}, Contexts.row(tokens, 3), "one quarter exactly, then quarters");
    }

    @Test
    void twelveStepsHoldTriplets() {
        MelodyTokenizer twelve = new MelodyTokenizer(12);
        Score triplets = score(Meter.common(), part("", 0, 0, 160, 60, 160, 160, 62, 320, 160, 64));
        assertEquals(List.of("n60", "hold", "hold", "hold", "n62", "hold", "hold", "hold", "n64", "hold", "hold", "hold"),
                names(twelve, twelve.encode(triplets)));
        assertEquals(triplets.parts().getFirst().notes().stream().map(Note::onset).toList(),
                twelve.reduce(triplets).parts().getFirst().notes().stream().map(Note::onset).toList());
    }

    @Test
    void notesThatFindNoRoomAreCounted() {
        Score quick = score(Meter.common(), part("", 0, 0, 40, 60, 40, 40, 62, 80, 40, 64, 120, 40, 65));
        assertEquals(2, MelodyLine.of(quick, 4).lost());
        assertEquals(0, MelodyLine.of(quick, 12).lost());
    }

    @Test
    void theNamedPartIsTheMelody() {
        Part chords = part("Piano", 0, 0, 480, 84, 0, 480, 88, 480, 480, 84, 480, 480, 88);
        Part voice = part("VOCALS", 0, 0, 480, 60, 480, 480, 62);
        Part high = part("Bells", 0, 0, 480, 90, 480, 480, 91);
        assertEquals("VOCALS", MelodyLine.of(score(Meter.common(), chords, high, voice), 4).part().name());
    }

    @Test
    void aSingleLineComesBeforeChordsAndABassComesLast() {
        Part chords = part("", 0, 0, 480, 84, 0, 480, 88, 480, 480, 84, 480, 480, 88);
        Part line = part("", 0, 0, 480, 60, 480, 480, 62);
        Part bass = part("", 32, 0, 480, 36, 480, 480, 38);
        assertEquals(line, MelodyLine.of(score(Meter.common(), bass, chords, line), 4).part());
        assertEquals(chords, MelodyLine.of(score(Meter.common(), bass, chords), 4).part());
    }

    @Test
    void theSkylineKeepsTheHighestNote() {
        Part chords = part("", 0, 0, 960, 72, 0, 960, 64, 480, 240, 60, 480, 480, 76, 960, 480, 67, 960, 480, 59);
        assertEquals(List.of(new StepNote(0, 4, 72), new StepNote(4, 8, 76), new StepNote(8, 12, 67)),
                MelodyLine.of(score(Meter.common(), chords), 4).notes());
    }

    @Test
    void drumsAloneAreNoMelody() {
        Part drums = new Part("Drums", Instrument.DRUM_KIT, List.of(new Note(0, 10, Pitch.of(40), 64)));
        var refused = assertThrows(CadenzaException.RequestException.class, () -> MELODY.encode(score(Meter.common(), drums)));
        assertEquals("NO_MELODY", refused.code());
    }

    @Test
    void silenceBeginsOnceAndNothingIsHeldAtTheStart() {
        Grammar.State start = MELODY.grammar().start();
        assertFalse(start.allowed().get(MelodyTokenizer.HOLD));
        assertTrue(start.allowed().get(MelodyTokenizer.REST));
        Grammar.State silent = start.after(MelodyTokenizer.REST);
        assertFalse(silent.allowed().get(MelodyTokenizer.REST));
        assertTrue(silent.allowed().get(MelodyTokenizer.HOLD));
        assertFalse(silent.mayEnd());
        assertTrue(silent.after(60).mayEnd());
        assertThrows(IllegalArgumentException.class, () -> silent.after(MelodyTokenizer.REST));
    }
}
