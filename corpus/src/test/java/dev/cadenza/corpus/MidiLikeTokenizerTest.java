package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MidiLikeTokenizerTest {

    private static final MidiLikeTokenizer EVENTS = new MidiLikeTokenizer(4, true);

    private static Score score(Instrument instrument, List<Meter> meters, Note... notes) {
        return new Score(480, List.of(), meters, List.of(), List.of(), List.of(),
                List.of(new Part("", instrument, List.of(notes))), Metadata.NONE);
    }

    private static Note note(int onset, int duration, int pitch, int velocity) {
        return new Note(onset, duration, Pitch.of(pitch), velocity);
    }

    @Test
    void tokensAndContextOfAKnownPhrase() {
        Score phrase = score(Instrument.PIANO, List.of(new Meter(0, 1, 4), new Meter(480, 3, 4)), note(480, 480, 60, 64),
                note(480, 960, 64, 66), note(960, 240, 60, 100), note(3360, 120, 62, 100));
        TokenSequence encoded = EVENTS.encode(phrase);
        assertEquals("TIME_SHIFT_4 VELOCITY_66 NOTE_ON_60 NOTE_ON_64 TIME_SHIFT_4 NOTE_OFF_60 VELOCITY_102 NOTE_ON_60 "
                + "TIME_SHIFT_2 NOTE_OFF_60 TIME_SHIFT_2 NOTE_OFF_64 TIME_SHIFT_8 TIME_SHIFT_8 NOTE_ON_62 TIME_SHIFT_1 NOTE_OFF_62",
                String.join(" ", Arrays.stream(encoded.tokens()).mapToObj(EVENTS.vocabulary()::name).toList()));
        assertEquals(List.of(9, 1, 1, 1, 1, 5, 5, 5, 5, 7, 7, 9, 9, 5, 1, 1, 2), Arrays.stream(Contexts.row(encoded, 0)).boxed().toList());
        assertEquals(2, encoded.context(1, 0), "3/4");
        assertEquals(List.of(4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 1, 1, 1), Arrays.stream(Contexts.row(encoded, 3)).boxed().toList());
        assertEquals(List.of(new Meter(0, 3, 4), new Meter(480, 3, 4)), EVENTS.reduce(phrase).meters());
        assertEquals(4, EVENTS.notes(encoded));
        assertEquals(7.25, EVENTS.quarters(encoded));
    }

    @Test
    void onlyWhatSoundsCanEndAndShiftsAreLongestFirst() {
        Grammar.State state = EVENTS.grammar().start();
        for (String name : List.of("TIME_SHIFT_8", "TIME_SHIFT_3", "VELOCITY_66", "NOTE_ON_60")) {
            assertFalse(state.allowed().get(EVENTS.vocabulary().number("NOTE_OFF_60")), name);
            state = state.after(EVENTS.vocabulary().number(name));
        }
        for (String name : List.of("NOTE_OFF_60", "NOTE_ON_60", "NOTE_ON_59", "VELOCITY_66")) {
            assertFalse(state.allowed().get(EVENTS.vocabulary().number(name)), name);
        }
        Grammar.State later = state.after(EVENTS.vocabulary().number("TIME_SHIFT_2"));
        assertFalse(later.allowed().get(EVENTS.vocabulary().number("TIME_SHIFT_1")));
        assertFalse(later.mayEnd());
        assertTrue(later.after(EVENTS.vocabulary().number("NOTE_OFF_60")).mayEnd());
        assertThrows(IllegalArgumentException.class, () -> later.after(EVENTS.vocabulary().number("NOTE_OFF_61")));
    }

    @Test
    void notesNameTheirPitchWhereTheyBeginAndEnd() {
        int on = EVENTS.vocabulary().number("NOTE_ON_127");
        int off = EVENTS.vocabulary().number("NOTE_OFF_0");
        assertEquals(List.of(127, 0), List.of(EVENTS.pitch(on, 0), EVENTS.pitch(off, 0)));
        assertEquals(-1, EVENTS.transpose(on, 1));
        assertEquals(-1, EVENTS.transpose(off, -1));
        assertEquals(EVENTS.vocabulary().number("NOTE_OFF_12"), EVENTS.transpose(off, 12));
    }

    @Test
    void drumsAloneAreRefused() {
        Score drums = score(Instrument.DRUM_KIT, List.of(), note(0, 480, 40, 64));
        assertEquals("NO_NOTES", assertThrows(CadenzaException.RequestException.class, () -> EVENTS.encode(drums)).code());
    }
}
