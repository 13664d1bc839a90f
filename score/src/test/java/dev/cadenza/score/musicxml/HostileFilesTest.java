package dev.cadenza.score.musicxml;

import static dev.cadenza.score.musicxml.Xml.code;
import static dev.cadenza.score.musicxml.Xml.note;
import static dev.cadenza.score.musicxml.Xml.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {

    private static final String CONTAINER = "<container><rootfiles><rootfile full-path=\"score.xml\"/></rootfiles></container>";

    @TempDir
    private Path folder;

    @Test
    void nothingFromOutsideIsFetchedAndNoEntityGrows() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String head = "<?xml version=\"1.0\"?><!DOCTYPE score-partwise [<!ENTITY a \"ha\"><!ENTITY b \"" + "&a;".repeat(100)
                + "\"><!ENTITY c \"" + "&b;".repeat(100) + "\"><!ENTITY d \"" + "&c;".repeat(100) + "\"><!ENTITY e \""
                + "&d;".repeat(100) + "\"><!ENTITY out SYSTEM \"" + secret.toUri() + "\">]>";
        for (String entity : List.of("&e;", "&out;")) {
            String xml = head + "<score-partwise><movement-title>" + entity + "</movement-title></score-partwise>";
            InputException refused = assertThrows(InputException.class, () -> Xml.read(xml));
            assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
        }
    }

    @Test
    void documentTypesFromElsewhereAreNotFetched() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.dtd"), "<!ENTITY title \"from outside\">");
        String xml = "<!DOCTYPE score-partwise SYSTEM \"" + outside.toUri() + "\"><score-partwise><movement-title>";
        assertEquals("Song", Xml.read(xml + "Song</movement-title></score-partwise>").score().metadata().title());
        assertThrows(InputException.class, () -> Xml.read(xml + "&title;</movement-title></score-partwise>"));
        String parameter = xml.replace("SYSTEM", "[<!ENTITY % all SYSTEM").replace("\">", "\">%all;]>");
        assertThrows(InputException.class, () -> Xml.read(parameter + "&title;</movement-title></score-partwise>"));
    }

    @Test
    void longTextsAndAttributesAreReadAndLongNamesRefused() {
        String huge = "x".repeat(2_000_000);
        assertEquals(List.of("E5 0.0-4.0"), Xml.notes(part(note("E5", 4).replace("<note>", "<note dynamics='" + huge + "'>"))));
        assertEquals("BAD_XML", code(part("<" + huge + "/>" + note("E5", 4))));
        assertEquals(10_000, Xml.read("<score-partwise><movement-title>" + huge + "</movement-title></score-partwise>").score()
                .metadata().title().length());
        assertEquals(List.of("BAD_VALUE", "NO_PITCH"), Xml.findings(part(note("E5", 4).replace(">4<", ">" + "9".repeat(100_000) + "<"))));
    }

    @Test
    void damagedFilesAreRefusedWithTheirCode() {
        assertEquals("BAD_XML", code("<score-partwise><part>"));
        assertEquals("BAD_XML", code("no xml at all"));
        assertEquals("BAD_XML", code(""));
        assertEquals("NOT_MUSICXML", code("<html/>"));
        assertEquals("TOO_DEEP", code("<score-partwise>" + "<x>".repeat(100_000)));
        assertEquals("TOO_DEEP", code("<score-partwise><work><work-title>" + "<x>".repeat(100_000)));
    }

    @Test
    void whatIsTooLongIsRefusedBeforeItFillsTheMemory() {
        assertEquals("TOO_LONG", code(part("<forward><duration>1000</duration></forward>".repeat(101))));
        assertEquals("TOO_LONG", code(Xml.SONG_HEAD + "<part id='P1'>"
                + "<measure><forward><duration>1000</duration></forward></measure>".repeat(101) + "</part></score-partwise>"));
        assertEquals("TOO_LONG", code(Xml.SONG_HEAD + "<part id='P1'>" + "<measure/>".repeat(1_000_001)));
    }

    private static byte[] zip(String... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String zipCode(String... namesAndContents) {
        return assertThrows(CadenzaException.class, () -> MusicXmlReader.read(zip(namesAndContents), "song.mxl")).code();
    }

    @Test
    void compressedFilesAreReadWhateverTheirNamesAndOrder() throws IOException {
        String xml = part(note("E5", 4));
        Path file = Files.write(folder.resolve("song.mxl"), zip("score.xml", xml, "META-INF/container.xml", CONTAINER));
        assertEquals(List.of("E5 0.0-4.0"), Xml.notes(MusicXmlReader.read(file).score(), 0));
        byte[] accents = zip("META-INF/container.xml", CONTAINER.replace("score.xml", "Größe.xml"), "Größe.xml", xml);
        assertEquals(1, MusicXmlReader.read(accents, "song.mxl").score().parts().getFirst().notes().size());
    }

    @Test
    void theContentDecidesNotTheEnding() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain.mxl"), part(note("E5", 4)));
        assertEquals(List.of("E5 0.0-4.0"), Xml.notes(MusicXmlReader.read(plain).score(), 0));
    }

    @Test
    void archivesThatGrowOrReachOutAreRefused() {
        assertEquals("ARCHIVE_BOMB", zipCode("META-INF/container.xml", CONTAINER, "score.xml", " ".repeat(30_000_000)));
        assertEquals("ARCHIVE_BOMB", zipCode("META-INF/container.xml", CONTAINER, "score.xml", part(), "picture", " ".repeat(30_000_000)));
        assertEquals("BAD_ENTRY", zipCode("META-INF/container.xml", CONTAINER, "../score.xml", "x"));
        assertEquals("BAD_ENTRY", zipCode("META-INF/container.xml", CONTAINER, "a/../../score.xml", "x"));
        assertEquals("BAD_ENTRY", zipCode("META-INF/container.xml", CONTAINER, "a\\..\\score.xml", "x"));
        assertEquals("BAD_ENTRY", zipCode("META-INF/container.xml", CONTAINER, "/etc/score.xml", "x"));
        assertEquals("BAD_ENTRY", zipCode("META-INF/container.xml", CONTAINER, "C:\\score.xml", "x"));
        assertEquals("NO_SCORE", zipCode("META-INF/container.xml", CONTAINER));
        assertEquals("NO_SCORE", zipCode("META-INF/container.xml", "<container/>", "score.xml", "x"));
        assertEquals("NO_SCORE", zipCode("score.xml", "x"));
        assertEquals("ARCHIVE_BOMB", zipCode("a", " ".repeat(25_000_000), "b", " ".repeat(25_000_000), "META-INF/container.xml", CONTAINER));
        String[] many = new String[2 * 1001];
        for (int i = 0; i < 1001; i++) {
            many[2 * i] = "e" + i;
            many[2 * i + 1] = "";
        }
        assertEquals("TOO_MANY_ENTRIES", zipCode(many));
    }

    @Test
    void aContainerThatIsNoXmlIsDoneWithout() {
        MusicXmlRead read = MusicXmlReader.read(zip("META-INF/container.xml", "<container><rootfile full-path='Peg O' My Heart.xml'/></container>",
                "Peg O' My Heart.xml", part(note("E5", 4))), "peg.mxl");
        assertEquals(List.of("E5 0.0-4.0"), Xml.notes(read.score(), 0));
        assertEquals("CONTAINER", read.diagnostics().getFirst().code());
    }

    @Test
    void aDamagedArchiveIsRefused() {
        byte[] cut = java.util.Arrays.copyOf(zip("META-INF/container.xml", CONTAINER, "score.xml", part(note("E5", 4))), 60);
        assertEquals("BAD_ARCHIVE", assertThrows(InputException.class, () -> MusicXmlReader.read(cut, "song.mxl")).code());
        byte[] encrypted = zip("META-INF/container.xml", CONTAINER, "score.xml", part(note("E5", 4)));
        encrypted[6] |= 1;
        assertEquals("BAD_ARCHIVE", assertThrows(InputException.class, () -> MusicXmlReader.read(encrypted, "song.mxl")).code());
    }

    @Test
    void foldersAndMissingFilesAreSaid() {
        assertEquals("NOT_A_FILE", assertThrows(InputException.class, () -> MusicXmlReader.read(folder)).code());
        assertEquals("CANNOT_READ", assertThrows(InputException.class, () -> MusicXmlReader.read(folder.resolve("no.mxl"))).code());
    }
}
