package dev.cadenza.score.musicxml;

import static dev.cadenza.score.musicxml.Xml.attributes;
import static dev.cadenza.score.musicxml.Xml.note;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.cadenza.score.CadenzaException.InputException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MutationProperties {

    private static final String VALID = Xml.part(attributes(6, -2, 3, 8) + "<harmony><root><root-step>C</root-step></root><kind>major</kind>"
            + "</harmony><direction><direction-type><metronome><beat-unit>half</beat-unit><per-minute>60</per-minute></metronome>"
            + "</direction-type></direction>" + note("Bb4", 3, "<tie type='start'/>", "<lyric><text>la</text></lyric>") + note("G4", 3, "<chord/>")
            + note("", 6) + Xml.backup(9) + note("C3", 9, Xml.voice(2)),
            note("Bb4", 9, "<tie type='stop'/>") + "<barline><repeat direction='backward'/></barline>");

    private static final List<String> WORDS = List.of("<note>", "</note>", "<backup>", "0", "-1", "1e9", "999", "<chord/>", "<grace/>", "&x;",
            "<duration>", "</duration>", "<divisions>7</divisions>", "<", ">", "'", "\u0000", "<beats>300</beats>");

    /// Whatever is put in, taken out or written over: a score, or an exception that says what is wrong.
    @Property(tries = 600)
    void damagedFilesGiveAScoreOrAReason(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder xml = new StringBuilder(VALID);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(xml.length());
            int end = Math.min(xml.length(), at + random.nextInt(12));
            xml.replace(at, end, WORDS.get(random.nextInt(WORDS.size())));
        }
        try {
            MusicXmlReader.read(xml.toString().getBytes(StandardCharsets.UTF_8), "mutant.xml").score().end();
        } catch (InputException e) {
            assertFalse(e.code().isEmpty());
        }
    }

    @Property(tries = 300)
    void flippedBytesGiveAScoreOrAReason(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = VALID.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
            MusicXmlReader.read(bytes, "mutant.xml").score().end();
        } catch (InputException e) {
            assertFalse(e.code().isEmpty());
        }
    }
}
