package dev.cadenza.score.musicxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.InputException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTextTest {

    private static final String SCORE = "<score-partwise><work><work-title>Für Elise</work-title></work><part-list>"
            + "<score-part id=\"P\"><part-name>Flöte</part-name></score-part></part-list><part id=\"P\"><measure/></part></score-partwise>";

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "UTF-16, UTF-16", "UTF-16LE, UTF-16", "UTF-16BE, UTF-16", "ISO-8859-1, ISO-8859-1", "windows-1252, windows-1252"})
    void everyEncodingThatIsDeclaredIsRead(String charset, String declared) {
        String xml = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n" + SCORE;
        assertEquals("Für Elise", MusicXmlReader.read(xml.getBytes(Charset.forName(charset)), "test").score().metadata().title());
    }

    @Test
    void aMarkAtTheBeginningOutweighsTheDeclaration() {
        String xml = "\uFEFF<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + SCORE;
        assertEquals("Für Elise", MusicXmlReader.read(xml.getBytes(StandardCharsets.UTF_8), "test").score().metadata().title());
    }

    @Test
    void damagedBytesAreRefusedWithoutAWordOnTheTerminal() {
        PrintStream terminal = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            InputException refused = assertThrows(InputException.class,
                    () -> MusicXmlReader.read(SCORE.getBytes(StandardCharsets.ISO_8859_1), "test"));
            assertEquals("BAD_XML", refused.code());
        } finally {
            System.setErr(terminal);
        }
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anUnknownEncodingIsNamed() {
        InputException refused = assertThrows(InputException.class, () -> MusicXmlReader.read(
                ("<?xml version=\"1.0\" encoding=\"KLINGON-8\"?>" + SCORE).getBytes(StandardCharsets.UTF_8), "test"));
        assertTrue(refused.getMessage().contains("the encoding KLINGON-8 is not known"), refused.getMessage());
    }
}
