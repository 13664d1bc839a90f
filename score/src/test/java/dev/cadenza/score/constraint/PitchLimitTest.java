package dev.cadenza.score.constraint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.harmony.ChordProgression;
import dev.cadenza.score.theory.Key;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PitchLimitTest {

    private static final Key C = Key.on(0, Mode.MAJOR);

    private static List<Integer> allowed(PitchLimit limit, int part, int parts, double quarters) {
        return IntStream.range(60, 72).filter(pitch -> limit.allows(new Moment(part, parts, quarters), pitch))
                .mapToObj(pitch -> pitch - 60).toList();
    }

    @Test
    void onABeatOnlyTheChordBetweenBeatsTheKeyAsWell() {
        OnChords limit = OnChords.of(ChordProgression.parse("C | E7 Am", C), Meter.common());
        assertEquals(List.of(0, 4, 7), allowed(limit, 0, 1, 1));
        assertEquals(List.of(0, 2, 4, 5, 7, 9, 11), allowed(limit, 0, 1, 1.5));
        assertEquals(List.of(2, 4, 8, 11), allowed(limit, 0, 4, 4));
        assertEquals(List.of(0, 2, 4, 5, 7, 8, 9, 11), allowed(limit, 0, 4, 4.5));
        assertEquals(List.of(0, 4, 9), allowed(limit, 0, 4, 6));
        assertEquals(List.of(0, 4, 7), allowed(limit, 0, 4, 8), "it begins again");
    }

    @Test
    void whereAChordBeginsTheBassHasItsLowestNote() {
        OnChords limit = OnChords.of(ChordProgression.parse("C/E | G", C), Meter.common());
        assertEquals(List.of(4), allowed(limit, 3, 4, 0));
        assertEquals(List.of(0, 4, 7), allowed(limit, 3, 4, 1));
        assertEquals(List.of(0, 4, 7), allowed(limit, 0, 1, 0), "a single part is no bass");
    }

    @Test
    void compoundMetresCountInThrees() {
        OnChords limit = OnChords.of(ChordProgression.parse("C F |", C), new Meter(0, 6, 8));
        assertEquals(1.5, limit.beatQuarters());
        assertEquals(List.of(0, 5, 9), allowed(limit, 0, 1, 1.5));
        assertEquals(List.of(0, 2, 4, 5, 7, 9, 11), allowed(limit, 0, 1, 1));
    }

    @Test
    void cadencesEndOnTheirChords() {
        for (Mode mode : Mode.values()) {
            Key key = Key.on(9, mode);
            PitchLimit half = Cadence.HALF.limit(key, 14, 1);
            assertEquals(List.of(4, 8, 11), allowed(half, 0, 1, 14));
            assertEquals(IntStream.range(0, 12).boxed().toList(), allowed(half, 0, 1, 12));
            PitchLimit deceptive = Cadence.DECEPTIVE.limit(key, 14, 1);
            assertEquals(List.of(4, 8, 11), allowed(deceptive, 0, 1, 13));
            assertEquals(mode == Mode.MAJOR ? List.of(1, 6, 9) : List.of(0, 5, 9), allowed(deceptive, 0, 1, 14));
        }
    }

    @Test
    void partsHaveTheirRanges() {
        PitchLimit limit = new PitchLimit.InRanges(List.of(new PitchLimit.Range(70, 80), new PitchLimit.Range(40, 60)));
        assertTrue(limit.allows(new Moment(0, 3, 0), 70));
        assertFalse(limit.allows(new Moment(1, 3, 0), 61));
        assertTrue(limit.allows(new Moment(2, 3, 0), 60));
        assertThrows(IllegalArgumentException.class, () -> new PitchLimit.Range(61, 60));
    }

    @Test
    void minorHasItsLeadingTone() {
        assertEquals(List.of(0, 2, 4, 5, 7, 8, 9, 11), allowed(new PitchLimit.InKey(Key.on(9, Mode.MINOR)), 0, 1, 0));
    }
}
