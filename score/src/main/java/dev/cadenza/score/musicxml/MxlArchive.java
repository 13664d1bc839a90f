package dev.cadenza.score.musicxml;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Compressed MusicXML: a zip whose `META-INF/container.xml` names the score inside. It is unpacked in memory, as far as
/// the limits go, and nothing of it is written anywhere.
final class MxlArchive {

    private static final long MAX_BYTES = 100_000_000;
    private static final int MAX_ENTRIES = 1000;
    private static final int MAX_RATIO = 200;
    private static final String CONTAINER = "META-INF/container.xml";

    /// Short archives may grow more than any ratio allows.
    private static final int FREE_BYTES = 1 << 16;

    private final byte[] bytes;
    private final String source;
    private final long mostBytes;

    private MxlArchive(byte[] bytes, String source) {
        this.bytes = bytes;
        this.source = source;
        mostBytes = Math.min(MAX_BYTES, Math.max(FREE_BYTES, MAX_RATIO * (long) bytes.length));
    }

    /// Whether the bytes begin as an archive does.
    static boolean recognises(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /// The bytes of the score. Some programs write a container that is no XML where the title has an apostrophe; then the
    /// first score in the archive is taken.
    ///
    /// @throws InputException where this is no such archive, or one that would grow out of measure
    static byte[] score(byte[] bytes, String source, Findings findings) {
        MxlArchive archive = new MxlArchive(bytes, source);
        byte[] container = archive.content(CONTAINER::equals, CONTAINER);
        Optional<String> path;
        try {
            path = path(new XmlCursor(new ByteArrayInputStream(container), source, findings));
        } catch (InputException e) {
            byte[] score = archive.content(MxlArchive::looksLikeScore, "*.xml");
            findings.add(Finding.CONTAINER, new Place.Member(CONTAINER));
            return score;
        }
        String wanted = path.orElseThrow(() -> archive.refused("NO_SCORE", "the archive does not say where its score is"));
        return archive.content(name -> name.equals(wanted) || unicode(name).equals(wanted), wanted);
    }

    private static Optional<String> path(XmlCursor container) {
        return container.find("rootfile") ? Optional.of(container.attribute("full-path")) : Optional.empty();
    }

    private static boolean looksLikeScore(String name) {
        String end = name.toLowerCase(Locale.ROOT);
        return !end.startsWith("meta-inf/") && (end.endsWith(".xml") || end.endsWith(".musicxml"));
    }

    /// Names without a mark of their encoding are read byte by byte; most are meant as UTF-8.
    private static String unicode(String name) {
        return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /// One entry of the archive, all of which is looked at on the way.
    private byte[] content(Predicate<String> wanted, String name) {
        byte[] content = null;
        long unpacked = 0;
        int entries = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                check(entry, ++entries);
                byte[] unpackedEntry = unpack(zip, unpacked);
                unpacked += unpackedEntry.length;
                if (content == null && !entry.isDirectory() && wanted.test(entry.getName())) {
                    content = unpackedEntry;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(source, new Place.Nowhere(), "BAD_ARCHIVE",
                    "the file is no readable compressed MusicXML.", "Use an undamaged copy of the file.", e);
        }
        if (content == null) {
            throw refused("NO_SCORE", "the archive lacks its entry \"" + name + "\"");
        }
        return content;
    }

    private void check(ZipEntry entry, int number) {
        if (number > MAX_ENTRIES) {
            throw refused("TOO_MANY_ENTRIES", "the archive has more than " + MAX_ENTRIES + " entries");
        }
        String path = entry.getName().replace('\\', '/');
        if (path.startsWith("/") || path.matches("[A-Za-z]:.*") || ("/" + path + "/").contains("/../")) {
            throw refused("BAD_ENTRY", "the archive has an entry that points outside of it");
        }
    }

    private byte[] unpack(ZipInputStream zip, long before) throws IOException {
        byte[] content = zip.readNBytes((int) (mostBytes - before));
        if (before + content.length == mostBytes && zip.read() >= 0) {
            throw refused("ARCHIVE_BOMB", "the archive unpacks to more than " + mostBytes + " bytes");
        }
        return content;
    }

    private InputException refused(String code, String cause) {
        return new InputException(source, new Place.Nowhere(), code, cause + ".", "Use a file written by a notation program.");
    }
}
