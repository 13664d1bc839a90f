package dev.cadenza.corpus.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvNotesTest {

    private static final String HEAD = "part,pitch,onset_quarters,duration_quarters\r\n";

    @Property(tries = 300)
    void partsAndNotesSurvive(@ForAll long seed) {
        Score score = RandomBands.of(seed);
        Score read = CsvNotes.read(CsvNotes.write(score), "n.csv");
        assertEquals(score.parts(), read.parts());
        assertEquals(score.resolution(), read.resolution());
    }

    @Property(tries = 300)
    void damageIsAnErrorInWordsOrOtherMusic(@ForAll long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        byte[] bytes = CsvNotes.write(RandomBands.of(seed % 20));
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
            assertTrue(CsvNotes.read(bytes, "n.csv").resolution() > 0);
        } catch (CadenzaException e) {
            assertTrue(e.getMessage().startsWith("n.csv") && e.getMessage().lines().count() == 1, e.getMessage());
        }
    }

    @Test
    void barsBeatsAndNamesStandBesideTheNumbers() {
        Score score = new Score(480, List.of(), List.of(new Meter(0, 6, 8)), List.of(), List.of(), List.of(), List.of(new Part("Solo",
                new Instrument(40, false), List.of(new Note(1440 + 160, 320, Pitch.of(63), 90)))), Metadata.NONE);
        assertEquals("1,Solo,Violin,40,0,480,1600,320,3.333333,0.666667,63,Eb4,90,,2,1.666667",
                new String(CsvNotes.write(score), StandardCharsets.UTF_8).lines().toList().get(1));
    }

    @Test
    void noNameBecomesAFormula() {
        Score score = new Score(1, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(new Part("=HYPERLINK(\"x\")",
                Instrument.PIANO, List.of(new Note(0, 1, Pitch.of(60), 90)))), Metadata.NONE);
        assertTrue(new String(CsvNotes.write(score), StandardCharsets.UTF_8).contains("1,\"'=HYPERLINK(\"\"x\"\")\","));
    }

    @Test
    void tablesOfOthersAreRead() {
        String table = "\uFEFFName;onset_quarters;duration_quarters;colour\nF#4;0,5;1;red\n\nbb3;1.333333;0;\n";
        Part part = CsvNotes.read(table.getBytes(StandardCharsets.UTF_8), "t.csv").parts().getFirst();
        assertEquals(List.of("F#4", "Bb3"), part.notes().stream().map(note -> note.pitch().toString()).toList());
        assertEquals(List.of(10_080L, 26_880L), part.notes().stream().map(Note::onset).toList());
    }

    @ParameterizedTest
    @CsvSource({"'1,60,0,1\n1,128,0,1',BAD_NUMBER,line 3", "'1,60,-1,1',BAD_NUMBER,line 2", "'1,60,0,\"1',OPEN_QUOTE,line 2",
        "'1,60,0,\"1\"x',BAD_QUOTE,line 2", "'1,,0,1',BAD_PITCH,line 2"})
    void faultsNameTheirLine(String rows, String code, String place) {
        InputException e = assertThrows(InputException.class, () -> CsvNotes.read((HEAD + rows).getBytes(StandardCharsets.UTF_8), "n.csv"));
        assertEquals(code + " " + place, e.code() + " " + e.place());
    }

    @Test
    void aTableWithoutItsColumnsSaysWhichIsMissing() {
        assertTrue(assertThrows(InputException.class, () -> CsvNotes.read("pitch,onset\n60,0\n".getBytes(StandardCharsets.UTF_8), "n.csv"))
                .getMessage().contains("\"onset_quarters\""));
    }

    @Test
    void twoResolutionsAreRefused() {
        String table = "pitch,onset_ticks,duration_ticks,ticks_per_quarter\n60,0,1,4\n60,1,1,8\n";
        assertEquals("TWO_RESOLUTIONS", assertThrows(InputException.class,
                () -> CsvNotes.read(table.getBytes(StandardCharsets.UTF_8), "n.csv")).code());
    }
}
