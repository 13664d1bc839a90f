package dev.cadenza.score.musicxml;

import static dev.cadenza.score.musicxml.Xml.attributes;
import static dev.cadenza.score.musicxml.Xml.backup;
import static dev.cadenza.score.musicxml.Xml.findings;
import static dev.cadenza.score.musicxml.Xml.note;
import static dev.cadenza.score.musicxml.Xml.notes;
import static dev.cadenza.score.musicxml.Xml.part;
import static dev.cadenza.score.musicxml.Xml.read;
import static dev.cadenza.score.musicxml.Xml.voice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class MusicXmlReaderTest {

    private static final String TIE_START = "<tie type='start'/>";
    private static final String TIE_STOP = "<tie type='stop'/>";

    @Test
    void chordsVoicesAndStavesGoTogether() {
        String bar = attributes(1, 0, 4, 4) + note("C5", 2, voice(1)) + note("E5", 2, "<chord/>", voice(1)) + note("D5", 2, voice(1))
                + backup(4) + note("A4", 4, voice(2)) + backup(4) + "<forward><duration>3</duration></forward>" + note("C3", 1, voice(5), "<staff>2</staff>");
        Score score = read(part(bar)).score();
        assertEquals(List.of("A4 0.0-4.0", "C5 0.0-2.0", "E5 0.0-2.0", "D5 2.0-4.0", "C3 3.0-4.0"), notes(score, 0));
        assertEquals(List.of(2, 1, 1, 1, 5), score.parts().getFirst().notation().voices());
    }

    @Test
    void tiesAreJoinedAcrossBarsInChordsAndVoices() {
        String first = attributes(1, 0, 4, 4) + note("C4", 4, TIE_START) + note("E4", 4, "<chord/>", TIE_START) + note("G4", 4, "<chord/>");
        String second = note("C4", 4, TIE_STOP + TIE_START) + note("E4", 4, "<chord/>", TIE_STOP) + note("G4", 4, "<chord/>");
        String third = note("", 4) + backup(4) + note("C4", 4, TIE_STOP, voice(2));
        assertEquals(List.of("C4 0.0-12.0", "E4 0.0-8.0", "G4 0.0-4.0", "G4 4.0-8.0"),
                notes(part(first, second, third)));
        assertEquals(List.of(), findings(part(first, second, third)));
    }

    @Test
    void aTieFromNowhereIsANoteOfItsOwn() {
        String xml = part(attributes(1, 0, 4, 4) + note("C4", 2, TIE_START) + note("", 1) + note("C4", 1, TIE_STOP));
        assertEquals(List.of("C4 0.0-2.0", "C4 3.0-4.0"), notes(xml));
        assertEquals(List.of("TIE_OPEN"), findings(xml));
    }

    @Test
    void aTieThatIsOnlyDrawnCounts() {
        assertEquals(List.of("C4 0.0-4.0"), notes(part(note("C4", 2, "<notations><tied type='start'/></notations>")
                + note("C4", 2, "<notations><tied type='stop'/></notations>"))));
    }

    @Test
    void divisionsMetresAndKeysChange() {
        Score score = read(part(attributes(1, 0, 4, 4) + note("C5", 4), attributes(6, 3, 2, 4) + note("A4", 8) + note("E5", 4))).score();
        assertEquals(List.of("C5 0.0-4.0", "A4 4.0-5.333333333333333", "E5 5.333333333333333-6.0"), notes(score, 0));
        assertEquals(480, score.resolution());
        assertEquals(List.of(new Meter(0, 4, 4), new Meter(4 * 480, 2, 4)), score.meters());
        assertEquals(new KeySignature(4 * 480, 3, Mode.MAJOR), score.keys().get(1));
    }

    @Test
    void theResolutionHoldsAllDivisions() {
        Score score = read(part(attributes(7, 0, 4, 4) + note("C5", 1) + note("D5", 27), attributes(9, 0, 4, 4) + note("C5", 1) + note("D5", 35))).score();
        assertEquals(10_080, score.resolution());
        assertEquals(10_080 / 7, score.parts().getFirst().notes().getFirst().duration());
    }

    @Test
    void divisionsThatNoResolutionHoldsAreRoundedAndSaid() {
        String xml = part(attributes(11, 0, 4, 4) + note("C5", 1) + note("D5", 43), attributes(13, 0, 4, 4) + note("C5", 1) + note("D5", 51),
                attributes(17 * 19, 0, 4, 4) + note("C5", 1) + note("D5", 4 * 17 * 19 - 1));
        assertEquals(10_080, read(xml).score().resolution());
        assertEquals(List.of("ROUNDED"), findings(xml));
        assertEquals(8 * 10_080, read(xml).score().parts().getFirst().notes().get(4).onset());
    }
}
