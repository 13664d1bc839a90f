package dev.cadenza.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.constraint.Cadence;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Scale;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void scalesAreReadWithTheirNote() {
        assertEquals(new PitchLimit.InScale(2, Scale.DORIAN), Limits.scale("--scale", "D dorian"));
        assertEquals(new PitchLimit.InScale(10, Scale.MINOR_PENTATONIC), Limits.scale("--scale", " Bb  minor pentatonic "));
        for (String wrong : List.of("dorian", "H dorian", "D", "D doric")) {
            assertEquals("SCALE_UNKNOWN", assertThrows(RequestException.class, () -> Limits.scale("--scale", wrong)).code());
        }
    }

    @Test
    void rangesAreNotesOrNumbers() {
        assertEquals(List.of(new PitchLimit.Range(60, 79)), Limits.ranges("--range", "C4-G5"));
        assertEquals(List.of(new PitchLimit.Range(61, 81), new PitchLimit.Range(34, 55)), Limits.ranges("--range", "61-81, Bb1 - g3"));
        for (String wrong : List.of("", "C4", "G5-C4", "C4-H5", "0-128", "C4-G5,")) {
            assertEquals("RANGE_UNKNOWN", assertThrows(RequestException.class, () -> Limits.ranges("--range", wrong)).code(), wrong);
        }
    }

    @Test
    void chordsFindTheirKey() {
        assertEquals(Key.on(7, Mode.MAJOR), Limits.chords("G | C D | G", Optional.empty()).key());
        assertEquals(Key.on(9, Mode.MINOR), Limits.chords("Am | Dm E | Am", Optional.empty()).key());
        assertEquals(Key.on(2, Mode.MAJOR), Limits.chords("I | IV V7 | I in D", Optional.empty()).key());
        assertEquals(Key.on(5, Mode.MAJOR), Limits.chords("G | C", Optional.of(new KeySignature(0, -1, Mode.MAJOR))).key());
        assertEquals("CHORD_UNKNOWN", assertThrows(RequestException.class, () -> Limits.chords("C | X", Optional.empty())).code());
    }

    @Test
    void aScaleSpeaksOfAKeyAndChordsExcludeIt() {
        Limits limits = new Limits(Optional.of(new PitchLimit.InScale(2, Scale.DORIAN)), Optional.empty(), List.of(), Optional.empty());
        assertEquals(Optional.of(Key.on(2, Mode.MINOR).signature(0)), limits.key());
        assertEquals("FLAGS_EXCLUDE", assertThrows(RequestException.class, () -> new Limits(limits.scale(),
                Optional.of(Limits.chords("C | G", Optional.empty())), List.of(), Optional.empty())).code());
    }

    @Test
    void cadencesHaveNames() {
        assertEquals(Cadence.HALF, Limits.closing("--cadence", "half"));
        assertTrue(assertThrows(RequestException.class, () -> Limits.closing("--cadence", "full")).getMessage()
                .contains("[authentic, plagal, half, deceptive]"));
    }
}
