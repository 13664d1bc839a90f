package dev.cadenza.score.abc;

import static dev.cadenza.score.abc.Abc.codes;
import static dev.cadenza.score.abc.Abc.inKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import dev.cadenza.score.form.Playthrough;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong in a file costs the tune it stands in at most, and never anything but an error with its line.
class AbcFaultsTest {

    @TempDir
    Path folder;

    @Test
    void aBadTuneDoesNotCostTheOthers() {
        List<AbcTune> tunes = Abc.tunes("X:1\nK:C\nCDE|\n\nX:2\nT:Bad\nK:C\nC D\nC99999999999999999999\n\nX:3\nK:C\nC|\n");
        assertEquals(3, tunes.size());
        assertInstanceOf(AbcTune.Read.class, tunes.get(0));
        AbcTune.Refused refused = assertInstanceOf(AbcTune.Refused.class, tunes.get(1));
        assertEquals("LENGTH", refused.cause().code());
        assertEquals(new Place.Line(9), refused.cause().place());
        assertEquals("Bad", refused.header().title());
        assertInstanceOf(AbcTune.Read.class, tunes.get(2));
    }

    @ParameterizedTest
    @CsvSource({"'T:No key',NO_KEY", "'K:C',NO_NOTES", "'K:C\nz4|',NO_NOTES", "'K:C\nC0',LENGTH", "'K:C\nC////////////////',LENGTH",
        "'K:C\nZ9999C',LENGTH", "'L:4/1\nK:C\nC100',''", "'M:255/1\nK:C\nCZ999Z999',TOO_LONG"})
    void refusals(String rest, String code) {
        AbcTune tune = Abc.tunes("X:1\n" + rest + "\n").getFirst();
        assertEquals(code, tune instanceof AbcTune.Refused refused ? refused.cause().code() : "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"\"Am C;UNCLOSED", "{g C;UNCLOSED", "C?;UNKNOWN_SYMBOL",
        "C (99:2:3 DE;TUPLET", "C|0D|;ENDING", ">>>>C;BROKEN_RHYTHM", "C ^|;ACCIDENTAL", "C c'''''''''''''';PITCH", "C & E & F & G & A & B & c & d & e & f|;OVERLAY"})
    void repairs(String music, String code) {
        AbcTune.Read tune = inKey("C\nC" + music);
        assertTrue(codes(tune).contains(code + " line 6"), () -> codes(tune).toString());
    }

    @Test
    void filesThatAreNone() throws IOException {
        assertEquals("NOT_A_FILE", refusal(folder));
        assertEquals("IO", refusal(folder.resolve("missing.abc")));
        assertEquals("NOT_ABC", refusal(Files.createFile(folder.resolve("empty.abc"))));
        assertEquals("NOT_ABC", refusal(Files.writeString(folder.resolve("text.abc"), "Dear Sir,\n")));
        assertEquals("TOO_MANY_TUNES", refusal(Files.writeString(folder.resolve("many.abc"), "X:\n".repeat(100_001))));
    }

    private static String refusal(Path file) {
        return assertThrows(InputException.class, () -> AbcReader.read(file)).code();
    }

    @Test
    void repeatsOfRepeatsAreBounded() {
        String many = "|:" + "C|".repeat(2_000) + "|1-16D:|";
        assertEquals("TOO_LONG", refusedAs("X:1\nP:" + "A".repeat(200) + "\nK:C\nP:A\n" + many));
        assertEquals("TOO_LONG", refusedAs("X:1\nK:C\n" + "C".repeat(201_000)));
        // Sixteen times is as often as anything is played.
        assertEquals(16, Abc.notes(Playthrough.of(inKey("C\nC" + ":".repeat(50_000) + "|").score())).size());
    }

    private static String refusedAs(String text) {
        return assertInstanceOf(AbcTune.Refused.class, Abc.tunes(text).getFirst()).cause().code();
    }

    @Property(tries = 2000)
    void anyMusicGivesTunesOrRefusals(@ForAll("music") String music) {
        assertSound("X:1\nM:4/4\nK:G\n" + music);
    }

    @Property(tries = 500)
    void anyFieldsGiveTunesOrRefusals(@ForAll("fields") String fields) {
        assertSound("X:1\n" + fields + "\nK:C\nCDE|\n" + fields + "\nCDE|");
    }

    @Property(tries = 500)
    void anyTextGivesTunesOrRefusals(@ForAll String text) {
        assertSound(text);
    }

    @Property(tries = 500)
    void anyBytesGiveTunesOrRefusals(@ForAll byte[] bytes) {
        byte[] start = "X:1\nK:C\n".getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(start, start.length + bytes.length);
        System.arraycopy(bytes, 0, whole, start.length, bytes.length);
        assertEquals(1, AbcReader.read(whole, "bytes").getFirst().header().number());
    }

    private static void assertSound(String text) {
        try {
            for (AbcTune tune : Abc.tunes(text)) {
                switch (tune) {
                    case AbcTune.Read read -> {
                        assertTrue(read.score().end() > 0 || !Abc.notes(read.score()).isEmpty());
                        assertTrue(read.score().end() <= 1920L * 100_000);
                    }
                    case AbcTune.Refused refused -> assertInstanceOf(Place.Line.class, refused.cause().place());
                }
            }
        } catch (InputException e) {
            assertEquals("NOT_ABC", e.code());
        }
    }

    @Provide
    Arbitrary<String> music() {
        return Arbitraries.of("A", "b", "C,", "d'", "^F", "=", "__", "z", "Z3", "x", "2", "3/2", "/", "//", ">", "<<", "-", "(3", "(5:4:3", "(",
                ")", "[CEG]", "[", "]", "[1", "[K:Dm]", "[M:3/4]", "[L:1/16]", "[V:2]", "|", "||", "|:", ":|", "::", "|]", "|1", ":|2", "\"Am\"",
                "\"", "{", "}", "!trill!", "!", "&", "~", "\n", "\n\n", "\nP:A\n", "\nM:6/8\n", "\nX:2\n", "\nK:Eb\n", " ", "%", "\\", "\u266d")
                .list().ofMaxSize(60).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> fields() {
        Arbitrary<String> values = Arbitraries.strings().withChars("CDmixHP^_=c/1234 +|\"()AB#b,exp\u266f").ofMaxLength(12);
        Arbitrary<String> names = Arbitraries.of("M", "L", "Q", "K", "P", "V", "T", "Y", "X", "I", "m");
        return Combinators.combine(names, values).as((name, value) -> name + ":" + value)
                .list().ofMaxSize(6).map(list -> String.join("\n", list));
    }
}
