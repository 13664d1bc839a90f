package dev.cadenza.score.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyFinderTest {

    @Test
    void findsMajorAndMinor() {
        assertEquals("C major", KeyFinder.find(Tunes.melody(60, 62, 64, 65, 67, 67, 64, 60)).key().toString());
        assertEquals("A minor", KeyFinder.find(Tunes.melody(69, 71, 72, 76, 80, 81, 76, 72, 69)).key().toString());
        assertEquals("Bb major", KeyFinder.find(Tunes.melody(70, 74, 77, 75, 74, 72, 70)).key().toString());
    }

    @Test
    void longNotesCountMore() {
        Part part = new Part("", Instrument.PIANO, List.of(new Note(0, 40, Pitch.of(62), 80), new Note(40, 30, Pitch.of(66), 80),
                new Note(70, 30, Pitch.of(69), 80), new Note(100, 1, Pitch.of(60), 80)));
        assertEquals("D major", KeyFinder.find(Tunes.of(List.of(), List.of(part))).key().toString());
    }

    @Test
    void aPassageHasItsOwnKey() {
        Score score = Tunes.melody(60, 64, 67, 60, 61, 65, 68, 61);
        assertEquals("C major", KeyFinder.find(score, 0, 16).key().toString());
        assertEquals("Db major", KeyFinder.find(score, 16, 32).key().toString());
    }

    @Test
    void silenceAndDrumsHaveNoKey() {
        Part drums = new Part("", Instrument.DRUM_KIT, List.of(new Note(0, 4, Pitch.of(38), 80)));
        KeyFinder.Finding finding = KeyFinder.find(Tunes.of(List.of(), List.of(drums)));
        assertEquals("C major", finding.key().toString());
        assertEquals(0, finding.confidence());
    }

    @Property
    void transposingTheMusicTransposesTheKey(@ForAll @Size(12) List<@DoubleRange(min = 0, max = 9) Double> weights,
            @ForAll @IntRange(max = 11) int up) {
        double[] here = weights.stream().mapToDouble(Double::doubleValue).toArray();
        double[] there = new double[12];
        for (int i = 0; i < 12; i++) {
            there[(i + up) % 12] = here[i];
        }
        KeyFinder.Finding a = KeyFinder.find(here);
        KeyFinder.Finding b = KeyFinder.find(there);
        assertEquals(a.confidence(), b.confidence(), 1e-9);
        if (a.confidence() > 1e-9) {
            assertEquals(Key.on((a.key().tonic() + up) % 12, a.key().mode()), b.key());
        }
        assertTrue(a.correlation() <= 1 + 1e-12 && a.confidence() >= 0);
    }

    @Property
    void theScaleOfAKeyIsFoundAsThatKeyOrItsRelative(@ForAll @IntRange(max = 11) int tonic, @ForAll Mode mode) {
        Key key = Key.on(tonic, mode);
        double[] weights = new double[12];
        key.pitchClasses().forEach(p -> weights[p] = 1);
        Key found = KeyFinder.find(weights).key();
        assertTrue(found.equals(key) || found.tonic() == key.relative().tonic(), found::toString);
    }

    @Test
    void aSignatureIsMinorWhereItsMinorKeyFitsBetter() {
        double[] aMinor = {1, 0, 1, 0, 2, 0, 0, 0, 1, 3, 0, 1};
        double[] cMajor = {3, 0, 1, 0, 2, 1, 0, 2, 0, 0, 0, 0};
        assertEquals(Mode.MINOR, KeyFinder.likelierMode(aMinor, 0));
        assertEquals(Mode.MAJOR, KeyFinder.likelierMode(cMajor, 0));
    }

    @Test
    void underAForeignSignatureTheTonicThatSoundsLongerDecides() {
        double[] cMajor = {4, 0, 1, 0, 3, 1, 0, 2, 0, 1, 0, 0};
        assertEquals(Mode.MINOR, KeyFinder.likelierMode(cMajor, 1));
        assertEquals(Mode.MAJOR, KeyFinder.likelierMode(cMajor, -1));
    }
}
