package dev.cadenza.corpus.read;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Compressed MusicXML: a zip whose `META-INF/container.xml` names the score inside.
final class MxlArchive {

    private static final long MAX_FILE_BYTES = 64L << 20;
    private static final long MAX_BYTES = 100_000_000;
    private static final int MAX_ENTRIES = 1000;
    private static final int MAX_RATIO = 200;

    /// Short entries may be smaller than any ratio allows.
    private static final int FREE_BYTES = 1 << 16;

    private final String source;

    private MxlArchive(String source) {
        this.source = source;
    }

    /// The bytes of the score.
    ///
    /// @throws InputException where this is no such archive, or one that would grow out of measure
    static byte[] score(Path file) {
        MxlArchive archive = new MxlArchive(file.toString());
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw archive.refused("TOO_LARGE", "the file is larger than " + (MAX_FILE_BYTES >> 20) + " MB");
            }
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return archive.score(zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new InputException(file.toString(), new Place.Nowhere(), "BAD_ARCHIVE",
                    "the file is no readable compressed MusicXML.", "Use an undamaged copy of the file.", e);
        }
    }

    private byte[] score(ZipFile zip) throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw refused("TOO_MANY_ENTRIES", "the archive has more than " + MAX_ENTRIES + " entries");
        }
        for (ZipEntry entry : zip.stream().toList()) {
            if (outside(entry.getName())) {
                throw refused("BAD_ENTRY", "the archive has an entry that points outside of it");
            }
        }
        XmlCursor container = new XmlCursor(new ByteArrayInputStream(content(zip, "META-INF/container.xml")), source);
        return content(zip, rootFile(container));
    }

    private static boolean outside(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/") || path.contains(":") || ("/" + path + "/").contains("/../");
    }

    private String rootFile(XmlCursor cursor) {
        if (cursor.find("rootfile")) {
            return cursor.attribute("full-path");
        }
        throw refused("NO_SCORE", "the archive does not say where its score is");
    }

    private byte[] content(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            throw refused("NO_SCORE", "the archive lacks its entry \"" + name + "\"");
        }
        long most = Math.min(MAX_BYTES, Math.max(FREE_BYTES, MAX_RATIO * Math.max(0, entry.getCompressedSize())));
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes((int) most);
            if (content.length == most && in.read() >= 0) {
                throw refused("ARCHIVE_BOMB", "the entry \"" + name + "\" unpacks to more than " + most + " bytes");
            }
            return content;
        }
    }

    private InputException refused(String code, String cause) {
        return new InputException(source, new Place.Nowhere(), code, cause + ".", "Use a file written by a notation program.");
    }
}
