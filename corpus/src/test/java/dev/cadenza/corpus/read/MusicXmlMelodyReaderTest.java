package dev.cadenza.corpus.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Score;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicXmlMelodyReaderTest {

    private static final long QUARTER = SungPart.RESOLUTION;

    @TempDir
    private Path folder;

    private static String note(String step, int octave, int duration, String more) {
        return "<note>" + more + "<pitch><step>" + step + "</step><octave>" + octave + "</octave></pitch><duration>" + duration
                + "</duration><voice>1</voice></note>";
    }

    private static String song(String measures) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://host.invalid/partwise.dtd">
                <score-partwise version="4.0"><work><work-title>Song &amp; dance</work-title></work>
                <part id="P0"><measure number="1"><note><rest/><duration>4</duration></note></measure></part>
                <part id="P1">""" + measures + "</part></score-partwise>";
    }

    private static String attributes(int divisions, int fifths, int beats) {
        return "<attributes><divisions>" + divisions + "</divisions><key><fifths>" + fifths + "</fifths></key><time><beats>" + beats
                + "</beats><beat-type>4</beat-type></time></attributes>";
    }

    private static Score read(String xml) {
        return MusicXmlMelodyReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "song.musicxml");
    }

    private static List<String> notes(Score score) {
        return score.parts().getFirst().notes().stream().map(n -> n.pitch() + " " + at(n.onset()) + "-" + at(n.end())).toList();
    }

    private static double at(long tick) {
        return tick / (double) QUARTER;
    }

    @Test
    void aSungLineWithUpbeatTiesChordsAndGraceNotes() {
        Score score = read(song("<measure number='0' implicit='yes'>" + attributes(2, -1, 3)
                + note("C", 5, 2, "") + "</measure><measure number='1'>"
                + note("F", 5, 0, "<grace/>").replace("<duration>0</duration>", "") + note("A", 4, 4, "<lyric><text>la</text></lyric>")
                + note("F", 4, 4, "<chord/>") + note("C", 5, 4, "<chord/>") + "<backup><duration>2</duration></backup>"
                + "<forward><duration>2</duration></forward>" + note("B", 4, 2, "<tie type='start'/>")
                + "</measure><measure number='2'>" + note("B", 4, 4, "<tie type='stop'/>")
                + note("D", 5, 2, "<cue/>") + "</measure>"));
        assertEquals(List.of("C5 0.0-1.0", "C5 1.0-3.0", "B4 3.0-6.0"), notes(score));
        assertEquals(List.of(new Meter(0, 3, 4), new Meter(QUARTER, 3, 4)), score.meters());
        assertEquals(-1, score.keys().getFirst().fifths());
        assertEquals("Song & dance", score.metadata().title());
    }

    @Test
    void secondVoicesAreLeftOut() {
        Score score = read(song("<measure number='1'>" + attributes(1, 0, 4) + note("E", 5, 4, "<lyric/>")
                + "<backup><duration>4</duration></backup>" + note("G", 5, 4, "").replace("<voice>1", "<voice>2") + "</measure>"));
        assertEquals(List.of("E5 0.0-4.0"), notes(score));
    }

    @Test
    void divisionsMetresAndKeysChange() {
        Score score = read(song("<measure number='1'>" + attributes(1, 0, 4) + note("C", 5, 4, "<lyric/>") + "</measure><measure number='2'>"
                + attributes(6, 3, 2) + note("A", 4, 8, "") + note("E", 5, 4, "") + "</measure>"));
        assertEquals(List.of("C5 0.0-4.0", "A4 4.0-5.333333333333333", "E5 5.333333333333333-6.0"), notes(score));
        assertEquals(List.of(new Meter(0, 4, 4), new Meter(4 * QUARTER, 2, 4)), score.meters());
        assertEquals(new KeySignature(4 * QUARTER, 3, Mode.MAJOR), score.keys().get(1));
    }

    @Test
    void aBarThatARepeatCutsInTwoIsOneBar() {
        String full = note("C", 5, 4, "<lyric/>");
        Score score = read(song("<measure number='1'>" + attributes(1, 0, 4) + full + "</measure><measure number='2'>" + full
                + "</measure><measure number='3'>" + note("D", 5, 3, "") + "</measure><measure number='X1' implicit='yes'>"
                + note("E", 5, 1, "") + "</measure><measure number='4'>" + full + "</measure>"));
        assertEquals(List.of(new Meter(0, 4, 4)), score.meters());
    }

    @Test
    void theModeFollowsFromTheNotes() {
        String minor = note("A", 4, 4, "<lyric/>") + note("E", 5, 2, "") + note("C", 5, 2, "") + note("A", 4, 4, "");
        assertEquals(Mode.MINOR, read(song("<measure number='1'>" + attributes(1, 0, 12) + minor + "</measure>")).keys().getFirst().mode());
    }

    @Test
    void nothingFromOutsideIsFetchedAndNoEntityGrows() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String head = "<?xml version=\"1.0\"?><!DOCTYPE score-partwise [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(100)
                + "\"><!ENTITY c \"" + "&b;".repeat(100) + "\"><!ENTITY d \"" + "&c;".repeat(100) + "\"><!ENTITY e \""
                + "&d;".repeat(100) + "\"><!ENTITY out SYSTEM \"" + secret.toUri() + "\">]>";
        for (String entity : List.of("&e;", "&out;")) {
            String xml = head + "<score-partwise><movement-title>" + entity + "</movement-title></score-partwise>";
            CadenzaException refused = assertThrows(CadenzaException.class, () -> read(xml));
            assertEquals(false, refused.getMessage().contains("secret"), refused.getMessage());
        }
    }

    @Test
    void damagedFilesAreRefusedWithTheirCode() {
        assertEquals("BAD_XML", code("<score-partwise><part>"));
        assertEquals("BAD_XML", code("no xml at all"));
        assertEquals("BAD_XML", code(""));
        assertEquals("NOT_MUSICXML", code("<html/>"));
        assertEquals("TOO_DEEP", code("<score-partwise>" + "<x>".repeat(100_000)));
        assertEquals("NO_MELODY", code(song("<measure>" + note("C", 5, 4, "") + "</measure>")));
        assertEquals("BAD_NUMBER", code(song("<measure>" + note("C", 5, 4, "<lyric/>").replace(">4<", ">x<") + "</measure>")));
        assertEquals("BAD_NUMBER", code(song("<measure>" + note("C", 5, 4, "<lyric/>").replace(">4<", ">1e300<") + "</measure>")));
        assertEquals("BAD_NUMBER", code(song("<measure>" + note("C", 5, 4, "<lyric/>").replace(">4<", ">NaN<") + "</measure>")));
        assertEquals("BAD_NUMBER", code(song("<measure><attributes><divisions>0</divisions></attributes></measure>")));
        assertEquals("BAD_PITCH", code(song("<measure>" + note("H", 5, 4, "<lyric/>") + "</measure>")));
        assertEquals("TOO_LONG", code(song("<measure>" + "<forward><duration>1000</duration></forward>".repeat(101) + "</measure>")));
    }

    private static String code(String xml) {
        return assertThrows(CadenzaException.class, () -> read(xml), xml.substring(0, Math.min(99, xml.length()))).code();
    }

    private Path zip(String... namesAndContents) throws IOException {
        Path file = folder.resolve("song.mxl");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static final String CONTAINER = "<container><rootfiles><rootfile full-path=\"score.xml\"/></rootfiles></container>";

    private String zipCode(String... namesAndContents) throws IOException {
        Path file = zip(namesAndContents);
        return assertThrows(CadenzaException.class, () -> MusicXmlMelodyReader.read(file)).code();
    }

    @Test
    void compressedFilesAreRead() throws IOException {
        Path file = zip("META-INF/container.xml", CONTAINER, "score.xml",
                song("<measure number='1'>" + note("E", 5, 4, "<lyric/>") + "</measure>"));
        assertEquals(1, MusicXmlMelodyReader.read(file).parts().getFirst().notes().stream().map(Note::onset).count());
    }

    @Test
    void archivesThatGrowOrReachOutAreRefused() throws IOException {
        assertEquals("ARCHIVE_BOMB", zipCode("META-INF/container.xml", CONTAINER, "score.xml", " ".repeat(30_000_000)));
        assertEquals("BAD_ENTRY", zipCode("META-INF/container.xml", CONTAINER, "../score.xml", "x"));
        assertEquals("BAD_ENTRY", zipCode("META-INF/container.xml", CONTAINER, "/etc/score.xml", "x"));
        assertEquals("NO_SCORE", zipCode("META-INF/container.xml", CONTAINER));
        assertEquals("NO_SCORE", zipCode("META-INF/container.xml", "<container/>", "score.xml", "x"));
        assertEquals("NO_SCORE", zipCode("score.xml", "x"));
        String[] many = new String[2 * 1001];
        for (int i = 0; i < 1001; i++) {
            many[2 * i] = "e" + i;
            many[2 * i + 1] = "";
        }
        assertEquals("TOO_MANY_ENTRIES", zipCode(many));
        Path plain = Files.writeString(folder.resolve("plain.mxl"), "no zip");
        assertEquals("BAD_ARCHIVE", assertThrows(CadenzaException.class, () -> MusicXmlMelodyReader.read(plain)).code());
    }
}
