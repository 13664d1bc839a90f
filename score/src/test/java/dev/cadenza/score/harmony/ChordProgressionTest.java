package dev.cadenza.score.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.harmony.ChordProgression.Timed;
import dev.cadenza.score.theory.Key;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChordProgressionTest {

    private static final Key C = Key.parse("C");

    @Test
    void readsBarsOfSymbols() {
        List<Timed> timed = ChordProgression.parse("C | F G | Am", C).timed(4);
        assertEquals("0:0.0+4.0=C 1:0.0+2.0=F 1:2.0+2.0=G 2:0.0+4.0=Am", text(timed));
    }

    @Test
    void readsNumeralsInTheKeyThatIsSaid() {
        ChordProgression progression = ChordProgression.parse("I IV V7 I in G", C);
        assertEquals("G major", progression.key().toString());
        assertEquals("G | C | D7 | G", progression.text());
        assertEquals("Am | Dm6 | E7", ChordProgression.parse("i | ivadd6 | V7", Key.parse("Am")).text());
    }

    @Test
    void sharesBarsByBeats() {
        assertEquals("0:0.0+3.0=C 0:3.0+1.0=G", text(ChordProgression.parse("C - - G |", C).timed(4)));
        assertEquals("0:0.0+2.0=C 0:2.0+1.0=G", text(ChordProgression.parse("C G |", C).timed(3)));
        assertEquals("0:0.0+0.5=C 0:0.5+0.5=G 0:1.0+0.5=C 0:1.5+0.5=F", text(ChordProgression.parse("| C G C F |", C).timed(2)));
    }

    @Test
    void holdsRepeatsAndRests() {
        assertEquals("C | C G | C G | N.C.", ChordProgression.parse("C | - G | % | N.C.", C).text());
    }

    @ParameterizedTest
    @CsvSource({"C | Q, CHORD_UNKNOWN", "'', PROGRESSION_EMPTY", "| |, PROGRESSION_EMPTY", "- C, CHORD_UNKNOWN", "%, CHORD_UNKNOWN",
            "C in Q, KEY_UNKNOWN"})
    void refusesOthers(String text, String code) {
        assertEquals(code, assertThrows(RequestException.class, () -> ChordProgression.parse(text, C)).code());
    }

    @Test
    void saysWhereTheFaultLies() {
        String message = assertThrows(RequestException.class, () -> ChordProgression.parse("C | F | G H7", C)).getMessage();
        assertTrue(message.contains("'H7' in bar 3"), message);
    }

    @Property
    void barsAreFilled(@ForAll @IntRange(min = 1, max = 9) int places, @ForAll @IntRange(min = 1, max = 12) int beats) {
        List<Timed> timed = ChordProgression.parse("C ".repeat(places) + "|", C).timed(beats);
        double at = 0;
        for (Timed chord : timed) {
            assertEquals(at, chord.beat(), 1e-9);
            assertTrue(chord.beats() > 0);
            at += chord.beats();
        }
        assertEquals(beats, at, 1e-9);
    }

    private static String text(List<Timed> timed) {
        return String.join(" ", timed.stream().map(t -> t.bar() + ":" + t.beat() + "+" + t.beats() + "=" + t.chord().orElseThrow()).toList());
    }
}
