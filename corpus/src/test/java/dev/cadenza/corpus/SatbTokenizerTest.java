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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SatbTokenizerTest {

    private static final SatbTokenizer SATB = SatbTokenizer.SIXTEENTHS;

    private static Note note(long onset, long duration, int pitch) {
        return new Note(onset, duration, Pitch.of(pitch), 64);
    }

    private static Part part(Note... notes) {
        List<Note> sorted = new ArrayList<>(List.of(notes));
        sorted.sort(Comparator.comparingLong(Note::onset).thenComparing(n -> n.pitch().midi()));
        return new Part("", Instrument.PIANO, sorted);
    }

    private static Score score(Part... parts) {
        return new Score(480, List.of(), List.of(new Meter(0, 4, 4), new Meter(240, 4, 4)),
                List.of(new KeySignature(0, -3, Mode.MINOR)), List.of(), List.of(), List.of(parts), Metadata.NONE);
    }

    private static List<String> voice(TokenSequence sequence, int voice) {
        List<String> names = new ArrayList<>();
        for (int step = 0; step < sequence.steps(); step++) {
            names.add(SATB.vocabulary().name(sequence.token(step, voice)));
        }
        return names;
    }

    @Test
    void tokensAndContextOfAKnownPhrase() {
        TokenSequence tokens = SATB.encode(score(part(note(0, 480, 48)), part(note(120, 120, 60), note(360, 120, 60)),
                part(note(0, 240, 72), note(240, 240, 72)), part(note(0, 240, 67), note(240, 240, 65))));
        assertEquals(List.of("p72", "p72", "strike", "p72"), voice(tokens, 0));
        assertEquals(List.of("p67", "p67", "p65", "p65"), voice(tokens, 1));
        assertEquals(List.of("rest", "p60", "rest", "p60"), voice(tokens, 2));
        assertEquals(List.of("p48", "p48", "p48", "p48"), voice(tokens, 3));
        assertArrayEquals(new int[] {1, 2, 3, 4}, Contexts.row(tokens, 0));
        assertArrayEquals(new int[] {15, 16, 1, 2}, Contexts.row(tokens, 1), "an upbeat of two sixteenths");
        assertArrayEquals(new int[] {13, 13, 13, 13}, Contexts.row(tokens, 2), "C minor");
        assertArrayEquals(new int[] {4, 3, 2, 1}, Contexts.row(tokens, 3));
    }

    @Test
    void theWayToTheEndIsCountedInStepsThenInQuarters() {
        TokenSequence tokens = SATB.encode(score(part(note(0, 480 * 22, 72)), part(note(0, 480, 67)), part(note(0, 480, 60)),
                part(note(0, 480, 48))));
        int[] left = Contexts.row(tokens, 3);
        assertEquals(List.of(32, 32, 17, 16, 1), List.of(left[0], left[11], left[71], left[72], left[87]));
        assertEquals(18, left[67]);
    }

    @Test
    void namedVoicesComeBack() {
        Score decoded = SATB.decode(SATB.encode(score(part(note(0, 480, 48)), part(note(0, 480, 60)), part(note(0, 480, 72)),
                part(note(0, 480, 67)))));
        assertEquals(List.of("Soprano", "Alto", "Tenor", "Bass"), decoded.parts().stream().map(Part::name).toList());
        assertEquals(List.of(note(0, 480, 72).pitch()), decoded.parts().getFirst().notes().stream().map(Note::pitch).toList());
        assertEquals(List.of(new Meter(0, 4, 4), new Meter(240, 4, 4)), decoded.meters());
        assertEquals(List.of(new KeySignature(0, -3, Mode.MINOR)), decoded.keys());
    }

    @Test
    void fourVoicesAreFoundInTwoStaves() {
        Score piano = score(part(note(0, 480, 72), note(0, 480, 67), note(480, 480, 74), note(480, 480, 67)),
                part(note(0, 480, 60), note(0, 480, 48), note(480, 480, 59), note(480, 480, 55)));
        Score decoded = SATB.reduce(piano);
        assertEquals(List.of(72, 74), pitches(decoded, 0));
        assertEquals(List.of(67, 67), pitches(decoded, 1));
        assertEquals(List.of(60, 59), pitches(decoded, 2));
        assertEquals(List.of(48, 55), pitches(decoded, 3));
    }

    private static List<Integer> pitches(Score score, int part) {
        return score.parts().get(part).notes().stream().map(n -> n.pitch().midi()).toList();
    }

    @Test
    void aSharedPitchGoesToTheVoicesThatMoveLeast() {
        Score piano = score(part(note(0, 480, 72), note(0, 480, 67), note(0, 480, 60), note(0, 480, 48),
                note(480, 480, 71), note(480, 480, 67), note(480, 480, 43)));
        Score decoded = SATB.reduce(piano);
        assertEquals(List.of(67, 67), pitches(decoded, 1));
        assertEquals(List.of(60, 67), pitches(decoded, 2));
    }

    @Test
    void aLoneMelodyHasNoFourVoices() {
        var refused = assertThrows(CadenzaException.RequestException.class, () -> SATB.encode(score(part(note(0, 480, 60)))));
        assertEquals("NO_FOUR_VOICES", refused.code());
        assertTrue(refused.getMessage().contains("no four voices found: "), refused.getMessage());
    }

    @Test
    void thickChordsHaveNoFourVoices() {
        Score thick = score(part(note(0, 480, 60), note(0, 480, 62), note(0, 480, 64), note(0, 480, 65), note(0, 480, 67)));
        assertEquals("NO_FOUR_VOICES", assertThrows(CadenzaException.RequestException.class, () -> SATB.encode(thick)).code());
    }

    @Test
    void musicOfAbsurdLengthIsRefused() {
        Score endless = score(part(note(Long.MAX_VALUE / 4, 480, 60)));
        assertEquals("TOO_LONG", assertThrows(CadenzaException.RequestException.class, () -> SATB.encode(endless)).code());
    }

    @Test
    void onlyASoundingVoiceIsStruckAnew() {
        Grammar.State start = SATB.grammar().start();
        assertFalse(start.allowed().get(SatbTokenizer.STRIKE));
        Grammar.State next = start.after(2).after(0).after(0).after(0);
        assertTrue(next.mayEnd());
        assertTrue(next.allowed().get(SatbTokenizer.STRIKE));
        assertThrows(IllegalArgumentException.class, () -> next.after(2).after(SatbTokenizer.STRIKE));
        assertFalse(next.after(0).after(0).after(0).after(0).mayEnd());
    }

    @Test
    void transpositionStopsAtTheRange() {
        assertEquals(SATB.token(91), SATB.transpose(SATB.token(89), 2));
        assertEquals(-1, SATB.transpose(SATB.token(90), 2));
        assertEquals(-1, SATB.transpose(SATB.token(28), -1));
        assertEquals(SatbTokenizer.STRIKE, SATB.transpose(SatbTokenizer.STRIKE, 5));
        assertEquals(60, SATB.pitch(SATB.token(60), 0));
        assertEquals(-1, SATB.pitch(SatbTokenizer.REST, 0));
        assertEquals(66, SATB.vocabulary().size());
    }
}
