package dev.cadenza.score.abc;

import static dev.cadenza.score.abc.Abc.codes;
import static dev.cadenza.score.abc.Abc.inKey;
import static dev.cadenza.score.abc.Abc.pitches;
import static dev.cadenza.score.abc.Abc.tune;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Tempo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fields.
class AbcHeaderTest {

    @Test
    void whatATuneSaysOfItself() {
        AbcTune.Read tune = tune("% a book\n\nX: 12\nT: One\nT:Other\nC:trad.\nO:Skye\nS:Book, 1820\nM:C|\nQ:1/2=60\nK:G\nG4|");
        assertEquals(new AbcHeader(3, 12, "One", "trad.", "Skye", "Book, 1820", "G", List.of()), tune.header());
        assertEquals(new Metadata("One", "trad.", ""), tune.score().metadata());
        assertEquals(List.of(new Meter(0, 2, 2)), tune.score().meters());
        assertEquals(List.of(Tempo.ofBpm(0, 120)), tune.score().tempos());
        assertEquals(List.of(new KeySignature(0, 1, Mode.MAJOR)), tune.score().keys());
    }

    @ParameterizedTest
    @CsvSource({"G,1,MAJOR", "Gm,-2,MINOR", "F#m,3,MINOR", "Bb,-2,MAJOR", "A Dorian,1,MINOR", "Dmix,1,MAJOR", "Glyd,2,MAJOR",
        "Ephr,0,MINOR", "Bloc,0,MINOR", "EMin,1,MINOR", "EM,1,MINOR", "Em clef=treble,1,MINOR", "C major,0,MAJOR", "HP,2,MAJOR",
        "D exp ^c,2,MAJOR", "D exp ^f ^c,2,MAJOR", "AMix % in the book,2,MAJOR"})
    void keys(String field, int fifths, Mode mode) {
        assertEquals(List.of(new KeySignature(0, fifths, mode)), inKey(field + "\nC").score().keys());
    }

    @Test
    void accidentalsOfTheKey() {
        assertEquals("F4 C#5", pitches(inKey("D exp ^c\nFc")));
        assertEquals("F#4 Bb4", pitches(inKey("G _b\nFB")));
        assertEquals("F4 C4", pitches(inKey("none\nFC")));
        assertEquals(List.of(), inKey("none\nFC").score().keys());
        assertEquals("F#4 C5", pitches(inKey("Dmix=c\nFc")));
    }

    @Test
    void aKeyThatIsNoneIsReported() {
        assertEquals(List.of("KEY line 5"), codes(inKey("H# strange\nC")));
        assertEquals(List.of("KEY line 5"), codes(inKey("Dfoo\nC")));
    }

    @ParameterizedTest
    @CsvSource({"4/4,240", "C,240", "3/4,240", "6/8,240", "2/4,120", "5/8,120", "none,240"})
    void theUsualUnitLengthFollowsTheMetre(String meter, long ticks) {
        assertEquals(ticks, tune("X:1\nM:" + meter + "\nK:C\nC").score().end());
    }

    @Test
    void metres() {
        assertEquals(List.of(), tune("X:1\nM:none\nK:C\nC|D|").score().meters());
        assertEquals(List.of(), tune("X:1\nK:C\nC|D|").score().meters());
        assertEquals(List.of(new Meter(0, 7, 8)), tune("X:1\nM:(2+2+3)/8\nK:C\nC7|").score().meters());
        AbcTune.Read wrong = tune("X:1\nM:4/5\nK:C\nC7|");
        assertEquals(List.of(), wrong.score().meters());
        assertEquals(List.of("METER line 2"), codes(wrong));
    }

    @ParameterizedTest
    @CsvSource({"1/4=90,90", "3/8=80,120", "\"Slow\" 1/4=50,50", "1/4=80 \"Slow\",80", "120,60", "1/4 1/8=40,60", "C=100,50"})
    void tempos(String field, double quarters) {
        assertEquals(List.of(Tempo.ofBpm(0, quarters)), tune("X:1\nL:1/8\nQ:" + field + "\nK:C\nC").score().tempos());
    }

    @Test
    void fieldsBeforeTheFirstTuneHoldForAll() {
        List<AbcTune> tunes = Abc.tunes("M:3/4\nL:1/4\n\nX:1\nK:C\nCDE|\n\nX:2\nK:C\nCDE|");
        assertEquals(2, tunes.size());
        for (AbcTune tune : tunes) {
            assertEquals(List.of(new Meter(0, 3, 4)), ((AbcTune.Read) tune).score().meters());
            assertEquals(1440, ((AbcTune.Read) tune).score().end());
        }
    }

    @Test
    void latinAndUnicodeText() {
        String text = "X:1\nT:L\u00e9g\u00e8re\nK:C\nC|";
        assertEquals("L\u00e9g\u00e8re", tune(text).header().title());
        assertEquals("L\u00e9g\u00e8re", AbcReader.read(text.getBytes(StandardCharsets.ISO_8859_1), "x").getFirst().header().title());
        assertEquals("L\u00e9g\u00e8re", tune("\uFEFF" + text).header().title());
    }
}
