package dev.cadenza.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.model.generate.SamplerSettings;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {

    @Test
    void whatCannotBeIsRefusedWithItsFlag() {
        assertEquals("--bars", refused(() -> wishes(0, 100, 1)));
        assertEquals("--bars", refused(() -> wishes(513, 100, 1)));
        assertEquals("--tempo", refused(() -> wishes(16, Double.NaN, 1)));
        assertEquals("--takes", refused(() -> wishes(16, 100, 0)));
    }

    private static String refused(Executable work) {
        return assertThrows(RequestException.class, work).source();
    }

    private static Wishes wishes(int bars, double tempo, int takes) {
        return new Wishes(bars, OptionalDouble.of(tempo), Optional.empty(), Optional.empty(), List.of(), SamplerSettings.usual(), 1,
                takes);
    }

    @ParameterizedTest
    @CsvSource({"G,1,MAJOR", "g,-2,MINOR", "Am,0,MINOR", "F#m,3,MINOR", "B\u266d,-2,MAJOR", "c minor,-3,MINOR", "Bb major,-2,MAJOR"})
    void keysAreReadAsWritten(String written, int fifths, Mode mode) {
        assertEquals(new KeySignature(0, fifths, mode), Wishes.key("--key", written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H", "G# major", "Gmm", "dorian"})
    void whatIsNoKeyIsRefused(String written) {
        assertEquals("--key", refused(() -> Wishes.key("--key", written)));
    }

    @Test
    void metresAreReadAsWritten() {
        assertEquals(new Meter(0, 6, 8), Wishes.meter("--meter", "6/8"));
        for (String wrong : List.of("", "4", "4/4/4", "3/5", "x/4", "0/4")) {
            assertThrows(RequestException.class, () -> Wishes.meter("--meter", wrong), wrong);
        }
    }

    @Test
    void instrumentsAreFoundByNameWordsAndNumber() {
        assertEquals(List.of(0, 40, 19, 48, 73, 127), Instruments.list("--instruments", "piano,Violin,church organ,strings,74,gunshot")
                .stream().map(Instrument::program).toList());
        assertEquals("Flute", Instruments.name(73));
        for (String wrong : List.of("", "0", "129", "kazoo", "!", "piano,,violin")) {
            assertThrows(RequestException.class, () -> Instruments.list("--instruments", wrong), wrong);
        }
    }
}
