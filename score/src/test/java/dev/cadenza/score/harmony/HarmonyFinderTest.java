package dev.cadenza.score.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HarmonyFinderTest {

    private static final HarmonyFinder FINDER = new HarmonyFinder();

    /// Block chords, a half note each, with the bass doubled below; moved and slowed.
    private static Score score(String progression, int up, int resolution) {
        List<Note> notes = new ArrayList<>();
        long at = 0;
        long half = 2L * resolution;
        for (String bar : ChordProgression.parse(progression, Key.parse("C")).text().split(" \\| ?")) {
            Chord chord = Chord.parse(bar.strip()).understood().orElseThrow();
            notes.add(new Note(at, half, Pitch.of(36 + chord.bass().pitchClass() + up), 80));
            for (int tone : chord.pitchClasses()) {
                notes.add(new Note(at, half, Pitch.of(60 + tone + up), 80));
            }
            at += half;
        }
        notes.sort(Note.ORDER);
        return new Score(resolution, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(new Part("", Instrument.PIANO, notes)), Metadata.NONE);
    }

    private static String numerals(HarmonicAnalysis analysis) {
        return String.join(" ", analysis.chords().stream().map(ChordSpan::numeralText).toList());
    }

    @Test
    void findsChordsAndKey() {
        HarmonicAnalysis analysis = FINDER.analyse(score("C F G7 C Am Dm/F G7 C", 0, 4));
        assertEquals("C major", analysis.key().toString());
        assertEquals("I IV V7 I vi ii6 V7 I", numerals(analysis));
        assertEquals("i iv V7 i VI iiø65 V7 i", numerals(FINDER.analyse(score("Am Dm E7 Am F Bm7b5/D E7 Am", 0, 4))));
    }

    @Test
    void followsAModulation() {
        HarmonicAnalysis analysis = FINDER.analyse(score("C F G7 C F G7 C E7 Am Dm E7 Am Dm E7 Am E7 Am Dm E7 Am", 0, 4));
        assertEquals("C major", analysis.keys().getFirst().key().toString());
        assertEquals("A minor", analysis.keys().getLast().key().toString());
        assertEquals(2, analysis.keys().size());
    }

    @Test
    void theLowestTonesThatBeginAndEndAPieceSpeakForTheirKeys() {
        KeyProfiles minor = new KeyProfiles(Slices.of(score("Am F C G Am", 0, 4), true));
        KeyProfiles major = new KeyProfiles(Slices.of(score("C F G Am C", 0, 4), true));
        assertEquals(minor.around(0)[21] + 0.22, minor.piece()[21], 1e-9);
        assertEquals(minor.around(0)[0], minor.piece()[0], 1e-9);
        assertEquals(major.around(0)[0] + 0.22, major.piece()[0], 1e-9);
        assertTrue(minor.piece()[21] > minor.piece()[0]);
    }

    @Test
    void findsCadences() {
        Score score = score("C F G7 C Am Dm G", 0, 4);
        List<Cadence> cadences = CadenceFinder.find(score, FINDER.analyse(score));
        assertEquals(24, cadences.getFirst().tick());
        assertTrue(cadences.getFirst().kind() == Cadence.Kind.IMPERFECT_AUTHENTIC || cadences.getFirst().kind() == Cadence.Kind.PERFECT_AUTHENTIC);
        assertEquals(Cadence.Kind.HALF, cadences.getLast().kind());
    }

    @Test
    void silenceHasNoHarmony() {
        HarmonicAnalysis analysis = FINDER.analyse(new Score(4, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Metadata.NONE));
        assertEquals(List.of(), analysis.chords());
        assertEquals("C major", analysis.key().toString());
    }

    @Test
    void aVeryLongPieceIsCutCoarsely() {
        Part part = new Part("", Instrument.PIANO, List.of(new Note(0, 4, Pitch.of(60), 80), new Note(1L << 40, 4, Pitch.of(67), 80)));
        Score score = new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(part), Metadata.NONE);
        assertTrue(Slices.of(score, true).count() <= 20_000);
    }

    @Property(tries = 12)
    void transposingTheMusicTransposesTheResult(@ForAll @IntRange(min = 1, max = 11) int up,
            @ForAll @Size(min = 4, max = 8) List<@IntRange(max = 6) Integer> degrees) {
        String progression = progression(degrees);
        HarmonicAnalysis here = FINDER.analyse(score(progression, 0, 4));
        HarmonicAnalysis there = FINDER.analyse(score(progression, up, 4));
        assertEquals((here.key().tonic() + up) % 12, there.key().tonic());
        assertEquals(here.key().mode(), there.key().mode());
        assertEquals(here.chords().stream().map(c -> c.start() + " " + (c.chord().root().pitchClass() + up) % 12 + c.chord().quality()).toList(),
                there.chords().stream().map(c -> c.start() + " " + c.chord().root().pitchClass() + c.chord().quality()).toList());
    }

    @Property(tries = 8)
    void finerTicksChangeNothing(@ForAll @IntRange(min = 2, max = 60) int times,
            @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 6) Integer> degrees) {
        String progression = progression(degrees);
        HarmonicAnalysis here = FINDER.analyse(score(progression, 0, 4));
        HarmonicAnalysis there = FINDER.analyse(score(progression, 0, 4 * times));
        assertEquals(here.key(), there.key());
        assertEquals(here.chords().stream().map(c -> c.start() * times + " " + c.chord()).toList(),
                there.chords().stream().map(c -> c.start() + " " + c.chord()).toList());
    }

    private static String progression(List<Integer> degrees) {
        List<String> chords = List.of("C", "Dm", "Em", "F", "G7", "Am", "Bdim");
        return "C " + String.join(" ", degrees.stream().map(chords::get).toList());
    }
}
