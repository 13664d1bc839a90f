package dev.cadenza.score.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Letter;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Spelling;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

    private static Pitch pitch(int midi, Letter letter, int alter) {
        return new Pitch(midi, new Spelling(letter, alter));
    }

    @ParameterizedTest
    @CsvSource({"P1, 0, P8", "m2, 1, M7", "m3, 3, M6", "M3, 4, m6", "P4, 5, P5", "A4, 6, d5", "d5, 6, A4", "d7, 9, A2",
            "AA4, 7, dd5", "M10, 16, m6", "P8, 12, P1", "d8, 11, A1", "A1, 1, d8"})
    void knowsItsSizeAndInversion(String name, int semitones, String inversion) {
        Interval interval = Interval.parse(name);
        assertEquals(semitones, interval.semitones());
        assertEquals(name, interval.name());
        assertEquals(inversion, interval.inverted().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P3", "M5", "m4", "3", "X2", "m0", "P99", "AAAAAA4"})
    void refusesWhatIsNoInterval(String name) {
        assertEquals("INTERVAL_UNKNOWN", assertThrows(RequestException.class, () -> Interval.parse(name)).code());
    }

    @Test
    void liesBetweenWrittenPitches() {
        Pitch middleC = Pitch.of(60);
        assertEquals("m3", Interval.between(middleC, pitch(63, Letter.E, -1)).name());
        assertEquals("A2", Interval.between(middleC, pitch(63, Letter.D, 1)).name());
        assertEquals("m6", Interval.between(Pitch.of(64), Pitch.of(72)).name());
        assertEquals("M10", Interval.between(Pitch.of(76), middleC).name());
        assertEquals("d2", Interval.between(pitch(60, Letter.B, 1), middleC).name());
        assertEquals("A1", Interval.between(pitch(61, Letter.C, 1), middleC).name());
    }

    @Test
    void movesPitchesAndKeepsTheirSpelling() {
        assertEquals("F#4", Interval.parse("A4").above(Pitch.of(60)).toString());
        assertEquals("Gb4", Interval.parse("d5").above(Pitch.of(60)).toString());
        assertEquals("G3", Interval.parse("P4").below(Pitch.of(60)).toString());
        assertEquals("Cb5", Interval.MINOR_THIRD.above(pitch(68, Letter.A, -1)).toString());
        assertEquals("PITCH_OUT_OF_RANGE", assertThrows(RequestException.class, () -> Interval.OCTAVE.above(Pitch.of(120))).code());
    }

    @Test
    void writesPlainlyWhatWouldNeedThreeAccidentals() {
        assertEquals("Ab4", Interval.parse("AA1").above(pitch(66, Letter.F, 1)).toString());
        assertEquals("Ab4", Interval.parse("A1").above(pitch(67, Letter.F, 2)).toString());
    }

    @Property
    void betweenUndoesAbove(@ForAll @IntRange(min = 30, max = 80) int midi, @ForAll @IntRange(min = 1, max = 14) int number,
            @ForAll @IntRange(min = -1, max = 0) int alter) {
        Interval interval = new Interval(number, Interval.between(Pitch.of(60), white(number)).semitones() + alter);
        Pitch low = Pitch.of(midi);
        Pitch high = interval.above(low);
        assertEquals(low.midi() + interval.semitones(), high.midi());
        assertEquals(low, interval.below(high));
        if (interval.semitones() > 0) {
            assertEquals(interval, Interval.between(low, high));
            assertEquals(interval.simple(), interval.inverted().inverted().simple());
        }
        assertEquals(interval, Interval.parse(interval.name()));
    }

    private static Pitch white(int number) {
        return Pitch.of(60 + 12 * ((number - 1) / 7) + Letter.values()[(number - 1) % 7].semitones());
    }

    @Test
    void scalesAreSpelled() {
        assertEquals("[F#, G#, A#, B, C#, D#, E#]", Scale.MAJOR.spellings(new Spelling(Letter.F, 1)).toString());
        assertEquals("[A, B, C, D, E, F, G#]", Scale.HARMONIC_MINOR.spellings(new Spelling(Letter.A, 0)).toString());
        assertEquals("[C, Eb, F, F#, G, Bb]", Scale.BLUES.spellings(new Spelling(Letter.C, 0)).toString());
        assertEquals("[D, E, F#, G#, A#, C]", Scale.WHOLE_TONE.spellings(new Spelling(Letter.D, 0)).toString());
        assertEquals("[E, F, G, A, B, C, D]", Scale.PHRYGIAN.spellings(new Spelling(Letter.E, 0)).toString());
        assertEquals(Scale.LYDIAN_DOMINANT, Scale.parse(Scale.LYDIAN_DOMINANT.title()));
    }

    @Property
    void spelledScalesSoundAsTheirSteps(@ForAll Scale scale, @ForAll @IntRange(max = 11) int tonic) {
        List<Integer> sounding = scale.spellings(Spelling.plain(tonic)).stream().map(Spelling::pitchClass).toList();
        assertEquals(scale.pitchClasses(tonic), sounding);
        if (scale.steps().size() == 7 && scale != Scale.ALTERED && scale != Scale.LOCRIAN) {
            assertEquals(7, scale.spellings(Spelling.plain(tonic)).stream().map(Spelling::letter).distinct().count());
        }
    }
}
