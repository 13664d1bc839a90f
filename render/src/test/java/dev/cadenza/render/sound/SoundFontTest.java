package dev.cadenza.render.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundFontTest {

    @TempDir
    static Path folder;

    private static byte[] good;

    @BeforeAll
    static void makeOne() throws IOException {
        SoundFont.builtIn(folder.resolve("cache"));
        try (var files = Files.list(folder.resolve("cache"))) {
            good = Files.readAllBytes(files.findFirst().orElseThrow());
        }
    }

    @Test
    void aGoodFontIsNamedAndHashed() throws IOException {
        Path file = Files.write(folder.resolve("good.sf2"), good);
        SoundBank bank = SoundFont.open(file).bank();
        assertEquals("good.sf2", bank.description());
        assertEquals(SoundFont.hash(good), bank.sha256());
    }

    @Test
    void compressedFontsAreRefusedWithARemedy() throws IOException {
        byte[] bad = good.clone();
        int type = at(bad, "shdr") + 44;
        bad[type] |= 0x10;
        InputException refused = refuse(bad);
        assertEquals("FONT_COMPRESSED", refused.code());
        assertEquals("byte " + type, refused.place().toString());
        assertTrue(refused.remedy().contains("SF2"));
    }

    @Test
    void compressedFontsAreToldByVersionAndByTheirFirstSampleToo() {
        byte[] versionThree = good.clone();
        versionThree[first(versionThree, "ifil")] = 3;
        assertEquals("FONT_COMPRESSED", refuse(versionThree).code());
        byte[] ogg = good.clone();
        System.arraycopy(ascii("OggS"), 0, ogg, first(ogg, "smpl"), 4);
        assertEquals("FONT_COMPRESSED", refuse(ogg).code());
    }

    @Test
    void aSixtyByteFileThatClaimsGigabytesIsRefused() {
        ByteBuffer bytes = ByteBuffer.allocate(60).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(52).put(ascii("sfbk")).put(ascii("LIST")).putInt(0x7FFF_FFFF).put(ascii("sdta"))
                .put(ascii("smpl")).putInt(0x7FFF_FF00);
        assertEquals("FONT_DAMAGED", refuse(bytes.array()).code());
    }

    @Test
    void otherFilesAreRefused() {
        assertEquals("FONT_NOT_SF2", refuse(new byte[0]).code());
        assertEquals("FONT_NOT_SF2", refuse(ascii("MThd and more")).code());
        InputException missing = assertThrows(InputException.class, () -> SoundFont.open(folder.resolve("none.sf2")));
        assertEquals("FONT_UNREADABLE", missing.code());
        assertFalse(missing.getMessage().contains("java."), missing.getMessage());
    }

    @Test
    void pointersOutOfTheirTableAreRefused() {
        for (String table : List.of("phdr", "inst")) {
            byte[] bad = good.clone();
            bad[at(bad, table) + (table.equals("phdr") ? 38 + 25 : 22 + 21)] = 0x7F;
            assertEquals("FONT_DAMAGED", refuse(bad).code(), table);
        }
        byte[] bad = good.clone();
        bad[at(bad, "shdr") + 27] = 0x7F;
        assertEquals("FONT_DAMAGED", refuse(bad).code());
    }

    @Test
    void cutAndSpoiledFontsNeverBreakAnything() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        int tables = at(good, "phdr");
        for (int i = 0; i < 60; i++) {
            byte[] bad = i % 3 == 0 ? java.util.Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int k = 0; i % 3 != 0 && k < 20; k++) {
                int place = i % 3 == 1 ? random.nextInt(400) : tables + random.nextInt(good.length - tables);
                bad[place] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("spoiled.sf2"), bad);
            try {
                SoundFont.open(file);
            } catch (CadenzaException refused) {
                assertTrue(refused.code().startsWith("FONT_"), refused.code());
            }
        }
    }

    @Test
    void installedFontsComeFirstAndBadOnesAreSkipped() throws IOException {
        Path installed = Files.createDirectory(folder.resolve("installed"));
        Files.write(installed.resolve("a-broken.sf2"), new byte[80]);
        Files.write(installed.resolve("z-good.SF2"), good);
        List<Path> folders = List.of(folder.resolve("nowhere"), installed);
        assertEquals("z-good.SF2", SoundFont.standard(folders, folder.resolve("cache")).bank().description());
        assertEquals("built-in bank of Java " + Runtime.version().feature(),
                SoundFont.standard(List.of(), folder.resolve("cache")).bank().description());
    }

    @Test
    void aDamagedBuiltInBankIsMadeAnew() throws IOException {
        Path cache = folder.resolve("cache2");
        String first = SoundFont.builtIn(cache).bank().sha256();
        assertEquals(first, SoundFont.builtIn(cache).bank().sha256());
        try (var files = Files.list(cache)) {
            Files.write(files.findFirst().orElseThrow(), new byte[] {1, 2, 3});
        }
        String second = SoundFont.builtIn(cache).bank().sha256();
        assertEquals(second, SoundFont.builtIn(cache).bank().sha256());
    }

    private static InputException refuse(byte[] content) {
        try {
            Path file = Files.write(folder.resolve("bad.sf2"), content);
            return assertThrows(InputException.class, () -> SoundFont.open(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Where the content of a chunk begins.
    private static int at(byte[] font, String id) {
        return new String(font, StandardCharsets.ISO_8859_1).lastIndexOf(id) + 8;
    }

    private static int first(byte[] font, String id) {
        return new String(font, StandardCharsets.ISO_8859_1).indexOf(id) + 8;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
