package dev.cadenza.score.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.Key;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RomanNumeralTest {

    @ParameterizedTest
    @CsvSource({"I, G, G", "V7, G, D7", "ii6, C, Dm/F", "V65/V, C, D7/F#", "viio7/V, C, F#dim7", "bII6, C, Db/F", "N6, Am, Bb/D",
            "iv6, Dm, Gm/Bb", "V, F#m, C#", "VI, Cm, Ab", "vi, Cm, Am", "viio7, Cm, Bdim7", "#viio7, Cm, Bdim7", "VII, Cm, Bb",
            "bVII, C, Bb", "bVII, Cm, Bb", "iiø65, Am, Bm7b5/D", "I64, Eb, Eb/Bb", "Cad64, Em, Em/B", "Ger65, C, Ab7",
            "Fr43, Am, F7b5", "It6, G, Eb7", "I7, C, Cmaj7", "IV7, C, Fmaj7", "Id7, C, C7", "IM7, C, Cmaj7", "V7/vi, G, B7",
            "V7/V/V, C, A7", "III+, Am, Caug", "V6/5, C, G7/B", "vii/o7, Am, G#dim7", "V9, C, G9", "Isus4, D, Dsus4",
            "V/VI, Am, C", "viio6/ii, C, C#dim/E", "i, ab, Abm", "V, ab, Eb"})
    void namesChords(String numeral, String key, String chord) {
        Key in = Key.parse(key);
        assertEquals(chord, RomanNumeral.parse(numeral, in.mode()).chord(in).text());
    }

    @ParameterizedTest
    @CsvSource({"G7, C, V7", "Dm/F, C, ii6", "D7/F#, C, V65/V", "D, C, V/V", "F#dim7, C, viio7/V", "Db/F, C, bII6", "Bb/D, Am, bII6",
            "Ab7, C, Ger65", "C7, C, V7/IV", "Cm, C, i", "Fm, C, iv", "Ab, C, bVI", "G#dim7, Am, viio7", "G7, Am, V7/III", "G, Am, VII",
            "Bm7b5/D, Am, iiø65", "A7, Am, V7/iv", "Cmaj7, C, IM7", "E7, C, V7/vi", "E, Am, V", "D, Am, IV", "Bdim/D, C, viio6",
            "F#m7b5, C, viiø7/V", "C/G, C, I64", "Am7, C, vi7", "C, F, V", "C#dim7/E, C, viio65/ii"})
    void analysesChords(String chord, String key, String numeral) {
        Key in = Key.parse(key);
        assertEquals(numeral, RomanNumeral.of(Chord.parse(chord).understood().orElseThrow(), in).text(in.mode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "VIII", "Iv", "V8", "X", "V7/", "V7/Q", "I/I/I/I/I/I", "bbbI", "ii+7addb9", "N6/", "bN", "V7(9)"})
    void refusesWhatIsNoNumeral(String text) {
        assertEquals("NUMERAL_UNKNOWN", assertThrows(RequestException.class, () -> RomanNumeral.parse(text, Mode.MAJOR)).code());
    }

    @Property
    void whatIsNamedSoundsAsTheChord(@ForAll @IntRange(max = 11) int root, @ForAll ChordQuality quality,
            @ForAll @IntRange(max = 3) int inversion, @ForAll @IntRange(max = 11) int tonic, @ForAll Mode mode) {
        ChordQuality said = NumeralQualities.nearest(quality);
        int tone = said.intervals().get(Math.min(inversion, said.intervals().size() - 1));
        Chord chord = new Chord(Spelling.plain(root), said, Spelling.plain(root + tone));
        Key key = Key.on(tonic, mode);
        RomanNumeral numeral = RomanNumeral.of(chord, key);
        Chord realised = numeral.chord(key);
        assertEquals(root, realised.root().pitchClass());
        assertEquals(said, realised.quality());
        assertEquals((root + tone) % 12, realised.bass().pitchClass());
        assertEquals(numeral, RomanNumeral.parse(numeral.text(mode), mode), numeral.text(mode));
    }

    @Property
    void transposingChordAndKeyKeepsTheNumeral(@ForAll @IntRange(max = 11) int root, @ForAll ChordQuality quality,
            @ForAll @IntRange(max = 11) int up, @ForAll Mode mode) {
        RomanNumeral here = RomanNumeral.of(Chord.on(root, quality), Key.on(0, mode));
        RomanNumeral there = RomanNumeral.of(Chord.on((root + up) % 12, quality), Key.on(up, mode));
        assertEquals(here.chord(Key.on(up, mode)).root().pitchClass(), there.chord(Key.on(up, mode)).root().pitchClass());
        assertEquals(here.applied(), there.applied());
    }

    @Test
    void keysSeenFromKeysAreSpelled() {
        assertEquals("B major", new KeyDegree(new Degree(5, 0), Mode.MAJOR).key(Key.parse("E")).toString());
        assertEquals("Db major", new KeyDegree(new Degree(2, -1), Mode.MAJOR).key(Key.parse("C")).toString());
        assertEquals("C# minor", KeyDegree.of(Key.parse("C#m"), Key.parse("E")).key(Key.parse("E")).toString());
    }
}
