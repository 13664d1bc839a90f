package dev.cadenza.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {

    private static Wishes with(int bars, double tempo, double temperature, int topK, double topP, double minP, int takes) {
        return new Wishes(OptionalInt.of(bars), OptionalDouble.of(tempo), Optional.empty(), Optional.empty(), List.of(),
                OptionalDouble.of(temperature), OptionalInt.of(topK), OptionalDouble.of(topP), OptionalDouble.of(minP), 1, takes);
    }

    @ParameterizedTest
    @CsvSource({"--bars,0,100,1,0,1,0,1", "--bars,513,100,1,0,1,0,1", "--tempo,8,NaN,1,0,1,0,1", "--temperature,8,100,0,0,1,0,1",
        "--top-k,8,100,1,-1,1,0,1", "--top-p,8,100,1,0,0,0,1", "--min-p,8,100,1,0,1,1,1", "--takes,8,100,1,0,1,0,0"})
    void theFlagOutOfRangeIsNamed(String flag, int bars, double tempo, double temperature, int topK, double topP, double minP,
            int takes) {
        RequestException refused = assertThrows(RequestException.class,
                () -> with(bars, tempo, temperature, topK, topP, minP, takes));
        assertEquals(flag, refused.source());
    }

    @Property
    void everyKeyIsReadBackFromItsName(@ForAll @IntRange(min = -7, max = 7) int fifths, @ForAll Mode mode) {
        KeySignature key = new KeySignature(0, fifths, mode);
        assertEquals(key, Keys.parse("--key", Keys.name(key)));
        assertEquals(key, Keys.parse("--key", Keys.name(key).toLowerCase(java.util.Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({"G,1,MAJOR", "g,1,MAJOR", "Am,0,MINOR", "F#m,3,MINOR", "B\u266d,-2,MAJOR", "c minor,-3,MINOR", "Bbmaj,-2,MAJOR"})
    void keysAreReadAsWritten(String written, int fifths, Mode mode) {
        assertEquals(new KeySignature(0, fifths, mode), Keys.parse("--key", written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H", "G# major", "Gmm", "dorian"})
    void whatIsNoKeyIsRefused(String written) {
        assertEquals("--key", assertThrows(RequestException.class, () -> Keys.parse("--key", written)).source());
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
