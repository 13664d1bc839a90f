package dev.cadenza.model.generate;

import static dev.cadenza.model.generate.ToyVoices.G;
import static dev.cadenza.model.generate.ToyVoices.QUARTER;
import static dev.cadenza.model.generate.ToyVoices.chord;
import static dev.cadenza.model.generate.ToyVoices.filled;
import static dev.cadenza.model.generate.ToyVoices.four;
import static dev.cadenza.model.generate.ToyVoices.harmonized;
import static dev.cadenza.model.generate.ToyVoices.part;
import static dev.cadenza.model.generate.ToyVoices.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.constraint.Cadence;
import dev.cadenza.score.constraint.OnChords;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.harmony.ChordProgression;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Scale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Limits on what is made between given notes.
class GivenLimitsTest {

    private static final List<Meter> COMMON = List.of(Meter.common());
    private static final List<Meter> UPBEAT = List.of(Meter.common(), new Meter(QUARTER, 4, 4));
    private static final int[] TUNE = {67, 69, 71, 72, 74, 72, 71, 69, 67, 71, 72, 69, 67, 66, 67, 67};
    /// The pitch classes of each chord.
    private static final Map<String, Set<Integer>> CHORDS = Map.of("G", Set.of(7, 11, 2), "C", Set.of(0, 4, 7), "D", Set.of(2, 6, 9), "Em", Set.of(4, 7, 11));

    private static Constraints chords(String written, Constraints base) {
        return base.limited(List.of(OnChords.of(ChordProgression.parse(written, Key.of(G)), Meter.common())), Optional.empty());
    }

    private static Constraints closing(Cadence cadence) {
        return Constraints.usual().limited(List.of(), Optional.of(cadence));
    }

    private static void assertChords(Score made, List<Integer> parts, long from, String... chords) {
        for (int beat = 0; beat < 4 * chords.length; beat++) {
            List<Integer> sounding = chord(made, from + beat * QUARTER);
            for (int part : parts) {
                int pitch = sounding.get(part);
                assertTrue(pitch < 0 || CHORDS.get(chords[beat / 4]).contains(pitch % 12), "beat " + beat + ", part " + part + ": " + pitch);
            }
        }
    }

    @Test
    void chordsAreCountedFromTheFirstWholeBar() {
        int[] tune = new int[17];
        tune[0] = 62;
        System.arraycopy(TUNE, 0, tune, 1, 16);
        Score given = score(UPBEAT, List.of(part("Tune", 0, QUARTER, tune)));
        Take take = harmonized(given, chords("Em | C | D | G", Constraints.none()));
        assertChords(take.score(), List.of(1, 2, 3), QUARTER, "Em", "C", "D", "G");
        assertEquals(4, chord(take.score(), QUARTER).getLast() % 12, "the bass has the root where a chord begins");
        assertTrue(take.notices().isEmpty(), take.notices().toString());
    }

    @Test
    void chordsOfAFillAreCountedFromItsRegion() {
        Score given = four(COMMON, TUNE);
        Take take = filled(given, "2-3", List.of(), chords("Em | C | D", Constraints.usual()));
        assertChords(take.score(), List.of(0, 1, 2, 3), 4 * QUARTER, "Em", "C");
        assertEquals(chord(given, 0), chord(take.score(), 0));
        assertEquals(chord(given, 12 * QUARTER), chord(take.score(), 12 * QUARTER));
    }

    @Test
    void metresThatChordsAreNotWrittenInAreSaid() {
        Score given = score(List.of(new Meter(0, 3, 4), new Meter(6 * QUARTER, 4, 4)), List.of(part("Tune", 0, QUARTER, TUNE)));
        Take take = harmonized(given, chords("G | D", Constraints.none()));
        assertTrue(take.notices().contains("Chords are counted in bars of 3/4, also where the metre of the music is another."), take.notices().toString());
        assertTrue(harmonized(score(UPBEAT, List.of(part("Tune", 0, QUARTER, TUNE))), chords("G | D", Constraints.none())).notices().isEmpty());
    }

    @Test
    void keysThatChordsAreNotInAreSaid() {
        List<KeySignature> keys = List.of(G, new KeySignature(8 * QUARTER, 2, Mode.MAJOR));
        Score plain = four(COMMON, TUNE);
        Score given = new Score(QUARTER, List.of(), COMMON, keys, List.of(), List.of(), plain.parts(), Metadata.NONE);
        Constraints chords = chords("G | D", Constraints.none());
        String said = "The chords are in G major, also where the key of the music is another.";
        assertEquals(List.of(said), filled(given, "2-3", List.of(), chords).notices());
        assertEquals(List.of(), filled(given, "1-2", List.of(), chords).notices(), "the key changes behind these bars");
        assertEquals(List.of(), filled(given, "3-4", List.of(), chords).notices(), "and these are all in D");
    }

    @ParameterizedTest
    @CsvSource({"AUTHENTIC, 67, 2, 7", "PLAGAL, 67, 0, 7", "HALF, 69, 7, 2", "DECEPTIVE, 67, 2, 4"})
    void cadencesAreMadeUnderAMelody(Cadence cadence, int last, int bassBefore, int bass) {
        int[] tune = TUNE.clone();
        tune[14] = cadence == Cadence.PLAGAL ? 67 : cadence == Cadence.HALF ? 71 : 69;
        tune[15] = last;
        Take take = harmonized(score(COMMON, List.of(part("Tune", 0, QUARTER, tune))), closing(cadence));
        assertEquals(bassBefore, chord(take.score(), 14 * QUARTER).getLast() % 12);
        assertEquals(bass, chord(take.score(), 15 * QUARTER).getLast() % 12);
        assertEquals(16 * QUARTER, take.score().parts().getLast().notes().getLast().end());
    }

    @Test
    void aRegionClosesAsAskedFor() {
        int[] tune = TUNE.clone();
        Take inside = filled(four(COMMON, tune), "1-2", List.of(), closing(Cadence.HALF));
        assertEquals(2, chord(inside.score(), 7 * QUARTER).getLast() % 12, "the last chord of the region");
        assertEquals(7, chord(inside.score(), 6 * QUARTER).getLast() % 12, "the one before it");
        Take end = filled(four(COMMON, tune), "3-4", List.of(), closing(Cadence.HALF));
        assertEquals(2, chord(end.score(), 15 * QUARTER).getLast() % 12, "the piece was closed on the tonic, and is left open now");
        Take home = filled(four(COMMON, tune), "3-4", List.of(), Constraints.usual());
        assertEquals(7, chord(home.score(), 15 * QUARTER).getLast() % 12, "and is closed again where nothing else is asked for");
    }

    @Test
    void aGivenNoteThatIsNoneOfTheCadenceIsNamed() {
        Score given = score(COMMON, List.of(part("Tune", 0, QUARTER, TUNE)));
        RequestException refused = assertThrows(RequestException.class, () -> harmonized(given, closing(Cadence.HALF)));
        assertEquals("CADENCE_UNFIT", refused.code());
        assertTrue(refused.getMessage().contains("G4") && refused.getMessage().contains("a half cadence in G major"), refused.getMessage());
        assertEquals("CADENCE_UNFIT", assertThrows(RequestException.class, () -> filled(four(COMMON, TUNE), "4", List.of(1, 2), closing(Cadence.HALF))).code());
    }

    @Test
    void rangesAndScalesHoldForEveryNoteMade() {
        List<PitchLimit.Range> ranges = List.of(new PitchLimit.Range(67, 76), new PitchLimit.Range(60, 69), new PitchLimit.Range(53, 60), new PitchLimit.Range(43, 52));
        PitchLimit.InScale dorian = new PitchLimit.InScale(2, Scale.DORIAN);
        Constraints wanted = Constraints.usual().limited(List.of(dorian, new PitchLimit.InRanges(ranges)), Optional.empty());
        Score given = score(COMMON, List.of(part("Bass", 0, 2 * QUARTER, 43, 50, 48, 45, 47, 52, 50, 43)));
        Score made = harmonized(given, Map.of(3, 0), Optional.of(G), wanted).score();
        assertEquals(given.parts().getFirst().notes(), made.parts().get(3).notes());
        assertWithin(made, ranges, List.of(0, 1, 2), dorian);
        Score again = filled(four(COMMON, TUNE), "", List.of(1, 3), wanted).score();
        assertWithin(again, ranges, List.of(1, 3), dorian);
    }

    private static void assertWithin(Score made, List<PitchLimit.Range> ranges, List<Integer> parts, PitchLimit.InScale scale) {
        for (int voice : parts) {
            Part part = made.parts().get(voice);
            assertTrue(!part.notes().isEmpty());
            for (Note note : part.notes()) {
                int pitch = note.pitch().midi();
                assertTrue(pitch >= ranges.get(voice).lowest() && pitch <= ranges.get(voice).highest(), part.name() + ": " + note);
                assertTrue(scale.scale().contains(scale.tonic(), pitch), part.name() + ": " + note);
            }
        }
    }

    @Test
    void rangesThatTheModelDoesNotReachAreRefused() {
        Constraints wanted = Constraints.usual().limited(List.of(new PitchLimit.InRanges(List.of(new PitchLimit.Range(110, 120)))), Optional.empty());
        Score given = score(COMMON, List.of(part("Tune", 0, QUARTER, TUNE)));
        RequestException refused = assertThrows(RequestException.class, () -> harmonized(given, wanted));
        assertEquals("OUT_OF_REACH", refused.code());
        assertTrue(refused.getMessage().contains("between D8 and C9"), refused.getMessage());
    }

    @Test
    void rangesThatForceVoicesToCrossAreKeptAndSaid() {
        List<PitchLimit.Range> ranges = List.of(new PitchLimit.Range(60, 79), new PitchLimit.Range(48, 50), new PitchLimit.Range(62, 64), new PitchLimit.Range(40, 45));
        Constraints wanted = Constraints.usual().limited(List.of(new PitchLimit.InRanges(ranges)), Optional.empty());
        Take take = harmonized(score(COMMON, List.of(part("Tune", 0, QUARTER, TUNE))), wanted);
        for (int voice = 1; voice < 4; voice++) {
            PitchLimit.Range range = ranges.get(voice);
            assertTrue(take.score().parts().get(voice).notes().stream().map(note -> note.pitch().midi())
                    .allMatch(pitch -> pitch >= range.lowest() && pitch <= range.highest()), "voice " + voice);
        }
        assertTrue(take.notices().contains("Some voices cross, because nothing else was possible there."), take.notices().toString());
    }
}
