package dev.cadenza.score.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    @ParameterizedTest
    @CsvSource({"C, C major, 0", "Bb, Bb major, -2", "F# minor, F# minor, 3", "Cm, C minor, -3", "a, A minor, 0",
            "bb, Bb minor, -5", "G Major, G major, 1", "E♭, Eb major, -3", "c#-minor, C# minor, 4", "Cb, Cb major, -7"})
    void readsNames(String name, String expected, int fifths) {
        assertEquals(expected, Key.parse(name).toString());
        assertEquals(fifths, Key.parse(name).fifths());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H", "G# major", "C sharp", "Cmm"})
    void refusesWhatIsNoKey(String name) {
        assertEquals("KEY_UNKNOWN", assertThrows(RequestException.class, () -> Key.parse(name)).code());
    }

    @Test
    void knowsItsNotes() {
        assertEquals(List.of(7, 9, 11, 0, 2, 4, 6), Key.parse("G").pitchClasses());
        assertEquals(List.of(9, 0, 4), Key.parse("Am").tonicTriad());
        assertEquals(List.of(10, 2, 5), Key.parse("Bb").tonicTriad());
        assertEquals("C minor", Key.parse("Eb").relative().toString());
    }

    @Test
    void choosesTheSimplerSpelling() {
        assertEquals("Db major", Key.on(1, Mode.MAJOR).toString());
        assertEquals("F# major", Key.on(6, Mode.MAJOR).toString());
        assertEquals("Eb minor", Key.on(3, Mode.MINOR).toString());
        assertEquals("G# minor", Key.on(8, Mode.MINOR).toString());
    }

    @Property
    void agreesWithItsSignature(@ForAll @IntRange(min = -7, max = 7) int fifths, @ForAll Mode mode) {
        Key key = new Key(fifths, mode);
        KeySignature signature = key.signature(5);
        assertEquals(signature.tonic(), key.tonic());
        assertEquals(key, Key.of(signature));
        assertEquals(key, Key.parse(key.toString()));
        assertEquals(key.tonic(), Key.on(key.tonic(), mode).tonic());
    }

    @Test
    void scalesAreReadAndAsked() {
        assertEquals(Scale.HARMONIC_MINOR, Scale.parse("Harmonic minor"));
        assertEquals(Scale.NATURAL_MINOR, Scale.parse("minor"));
        assertTrue(Scale.BLUES.contains(9, 63));
        assertFalse(Scale.MAJOR.contains(0, 61));
        assertEquals(List.of(2, 4, 5, 7, 9, 11, 0), Scale.DORIAN.pitchClasses(2));
        assertEquals("SCALE_UNKNOWN", assertThrows(RequestException.class, () -> Scale.parse("odd")).code());
    }
}
