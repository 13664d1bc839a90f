package dev.cadenza.corpus.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchivesTest {

    private static final ArchiveLimits SMALL = new ArchiveLimits(20, 1 << 22, 1 << 20, 50, 1 << 16);

    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Files.createDirectory(folder.resolve("target"));
    }

    /// An entry: a name, and content or (for a link) where it leads.
    private record Entry(String name, byte[] content, String link) {

        static Entry file(String name, String content) {
            return new Entry(name, content.getBytes(StandardCharsets.UTF_8), "");
        }
    }

    private Path archive(String name, Entry... entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            if (name.endsWith(".zip")) {
                zip(out, entries);
            } else {
                tar(name.endsWith("gz") ? new GZIPOutputStream(out)
                        : name.endsWith("xz") ? new XZOutputStream(out, new LZMA2Options(1)) : out, entries);
            }
        }
        return file;
    }

    private static void zip(OutputStream out, Entry... entries) throws IOException {
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Entry entry : entries) {
                ZipArchiveEntry header = new ZipArchiveEntry(entry.name);
                header.setUnixMode(entry.link.isEmpty() ? 0100644 : 0120777);
                zip.putArchiveEntry(header);
                zip.write(entry.link.isEmpty() ? entry.content : entry.link.getBytes(StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
    }

    private static void tar(OutputStream out, Entry... entries) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Entry entry : entries) {
                TarArchiveEntry header = entry.link.isEmpty() ? new TarArchiveEntry(entry.name, true)
                        : new TarArchiveEntry(entry.name, TarConstants.LF_SYMLINK, true);
                header.setLinkName(entry.link);
                header.setSize(entry.link.isEmpty() ? entry.content.length : 0);
                tar.putArchiveEntry(header);
                if (entry.link.isEmpty()) {
                    tar.write(entry.content);
                }
                tar.closeArchiveEntry();
            }
        }
    }

    private Unpacked unpack(Path archive) {
        return Archives.unpack(archive, ArchiveKind.of(archive).orElseThrow(), target, SMALL, () -> false);
    }

    private CadenzaException refusal(Path archive) {
        return assertThrows(CadenzaException.class, () -> unpack(archive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.xz", "a.txz"})
    void everyKindIsUnpacked(String name) throws IOException {
        Unpacked unpacked = unpack(archive(name, Entry.file("music/über/Lied ♭.mid", "abc"), Entry.file("music/b.txt", "")));
        assertEquals(target.resolve("music"), unpacked.root());
        assertEquals("abc", Files.readString(unpacked.root().resolve("über/Lied ♭.mid")));
        assertTrue(Files.exists(unpacked.root().resolve("b.txt")));
        assertEquals(List.of(), unpacked.skipped());
        assertEquals("a", ArchiveKind.bareName(Path.of(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.xz"})
    void nothingIsWrittenOutsideAndNoLinksAreMade(String name) throws IOException {
        Unpacked unpacked = unpack(archive(name, Entry.file("good.mid", "x"), Entry.file("../out.mid", "x"),
                Entry.file("a/../../out.mid", "x"), Entry.file("/out.mid", "x"), new Entry("link.mid", new byte[0], "/etc/passwd"),
                new Entry("up", new byte[0], ".."), Entry.file("up/out.mid", "x"), Entry.file("good.mid", "y"),
                Entry.file("c\\..\\out.mid", "x")));
        assertFalse(Files.exists(folder.resolve("out.mid")));
        assertFalse(Files.exists(Path.of("/out.mid")));
        assertEquals("x", Files.readString(target.resolve("good.mid")));
        assertEquals("x", Files.readString(target.resolve("up/out.mid")));
        try (Stream<Path> all = Files.walk(target)) {
            assertTrue(all.noneMatch(Files::isSymbolicLink));
        }
        List<String> codes = unpacked.skipped().stream().map(Skipped::code).sorted().toList();
        assertEquals(List.of("LINK", "LINK", "NAME_TWICE", "UNSAFE_NAME", "UNSAFE_NAME", "UNSAFE_NAME", "UNSAFE_NAME"), codes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar.gz", "a.tar.xz"})
    void bombsAreRefused(String name) throws IOException {
        byte[] zeros = new byte[1 << 20];
        assertEquals("ARCHIVE_TOO_LARGE", refusal(archive(name, new Entry("zeros.mid", zeros, ""))).code());
        Entry[] many = new Entry[30];
        Arrays.setAll(many, i -> Entry.file("n" + i, ""));
        assertEquals("ARCHIVE_TOO_LARGE", refusal(archive("many" + name, many)).code());
    }

    @Test
    void aFileThatIsTooLongCostsOnlyItself() throws IOException {
        byte[] noise = new byte[(1 << 20) + 1];
        new java.util.Random(1).nextBytes(noise);
        Unpacked unpacked = unpack(archive("a.tar", new Entry("long.mid", noise, ""), Entry.file("good.mid", "x")));
        assertEquals("TOO_LARGE", unpacked.skipped().getFirst().code());
        assertFalse(Files.exists(target.resolve("long.mid")));
        assertTrue(Files.exists(target.resolve("good.mid")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz", "a.tar.xz"})
    void damagedArchivesAreRefusedInASentence(String name) throws IOException {
        byte[] noise = new byte[3000];
        new java.util.Random(2).nextBytes(noise);
        byte[] whole = Files.readAllBytes(archive(name, new Entry("a.mid", noise, ""), Entry.file("b.mid", "y")));
        Path cut = Files.write(folder.resolve("cut-" + name), Arrays.copyOf(whole, 1500));
        CadenzaException e = refusal(cut);
        assertEquals("DAMAGED", e.code());
        assertTrue(e.getMessage().contains("is damaged"), e.getMessage());
        Path garbage = Files.write(folder.resolve("garbage-" + name), noise);
        assertEquals("DAMAGED", refusal(garbage).code());
        assertEquals("CANNOT_READ", refusal(folder.resolve("missing-" + name)).code());
    }

    @Test
    void aDamagedFileInAZipCostsOnlyItself() throws IOException {
        Path file = archive("a.zip", Entry.file("a.mid", "some music ".repeat(20)), Entry.file("b.mid", "y"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[45] ^= 0x55;
        Unpacked unpacked = unpack(Files.write(file, bytes));
        assertEquals(List.of("a.mid DAMAGED"), unpacked.skipped().stream().map(s -> s.name() + " " + s.code()).toList());
        assertEquals("y", Files.readString(target.resolve("b.mid")));
    }

    @Test
    void encryptedArchivesAreNamedAsSuch() throws IOException {
        Path file = archive("a.zip", Entry.file("a.mid", "x"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[6] |= 1;
        for (int i = 0; i + 8 < bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
                bytes[i + 8] |= 1;
            }
        }
        assertEquals("ENCRYPTED", refusal(Files.write(file, bytes)).code());
    }

    @Test
    void stoppingStops() throws IOException {
        Path file = archive("a.tar", Entry.file("a.mid", "x"));
        assertThrows(CancellationException.class, () -> Archives.unpack(file, ArchiveKind.TAR, target, SMALL, () -> true));
    }
}
