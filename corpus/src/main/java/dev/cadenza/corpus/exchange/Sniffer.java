package dev.cadenza.corpus.exchange;

import dev.cadenza.score.CadenzaException.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Tells what a file is by its first bytes; its name helps where these may be anything.
final class Sniffer {

    /// So many bytes are looked at.
    static final int BYTES = 1 << 17;

    private static final int TEXT = 4096;

    private final byte[] start;
    private final String name;
    private final Source source;

    private Sniffer(byte[] start, String name, Source source) {
        this.start = start;
        this.name = name.toLowerCase(Locale.ROOT);
        this.source = source;
    }

    /// What a file is; of JSON that it is [FileKind#SCORE_JSON], which only its fields can tell.
    ///
    /// @param start its first bytes, as many as [#BYTES] where there are so many
    /// @throws InputException where it is known to be something else, or nothing that is known
    static FileKind kind(byte[] start, String name, Source source) {
        return new Sniffer(start, name, source).kind();
    }

    private FileKind kind() {
        Optional<FileKind> promised = FileKind.named(name);
        if (begins("MThd") || begins("RIFF") && text(8, 12).equals("RMID")) {
            return FileKind.MIDI;
        }
        if (begins("MATLAB 5.0")) {
            return FileKind.MAT;
        }
        if (begins("PK\3\4")) {
            return zip();
        }
        other();
        return text(promised);
    }

    private FileKind zip() {
        if (name.endsWith(".npz")) {
            return FileKind.NPZ;
        }
        String head = text(0, start.length);
        if (name.endsWith(".mxl") || head.contains("META-INF/container.xml")) {
            return FileKind.MUSICXML;
        }
        if (head.contains(".npy")) {
            return FileKind.NPZ;
        }
        if (name.endsWith(".mscz")) {
            throw refused("OTHER_PROGRAM", "this is a score of MuseScore.", "Open it there and export it as MusicXML.");
        }
        throw refused("COMPRESSED_ZIP", "the file is compressed with zip.", "Unpack it with unzip first; import reads such archives as they are.");
    }

    /// Files that people take for music, or that hold it in a way that is not read.
    private void other() {
        if (bytes(0x1F, 0x8B)) {
            throw packed("GZIP", "gzip", "gunzip");
        }
        if (begins("BZh")) {
            throw packed("BZIP2", "bzip2", "bunzip2");
        }
        if (bytes(0xFD, '7', 'z', 'X', 'Z')) {
            throw packed("XZ", "xz", "unxz");
        }
        if (bytes(0x28, 0xB5, 0x2F, 0xFD)) {
            throw packed("ZSTD", "zstd", "unzstd");
        }
        if (begins("7z\u00BC\u00AF") || begins("Rar!")) {
            throw packed("ARCHIVE", "7-Zip or RAR", "that program");
        }
        if (begins("RIFF") || begins("fLaC") || begins("OggS") || begins("ID3") || bytes(0xFF, 0xFB) || begins("FORM") || text(4, 8).equals("ftyp")) {
            throw refused("SOUND", "this is a sound recording, not written music.", "Name a file of notes: MIDI, MusicXML, ABC.");
        }
        if (begins("%PDF") || begins("\u0089PNG") || bytes(0xFF, 0xD8, 0xFF)) {
            throw refused("PICTURE", "this is a picture or a printed page, not written music.", "Name a file of notes: MIDI, MusicXML, ABC.");
        }
        if (begins("\u0089HDF")) {
            throw refused("MAT_73", "this is an HDF5 file, as MATLAB 7.3 writes them.", "Save it with the option -v7.");
        }
        if (bytes(0x93, 'N', 'U', 'M', 'P', 'Y')) {
            throw refused("NPY", "this is a single NumPy array.", "Save it with numpy.savez, as an archive.");
        }
    }

    private FileKind text(Optional<FileKind> promised) {
        boolean wide = bytes(0xFE, 0xFF) || bytes(0xFF, 0xFE);
        String text = text(bytes(0xEF, 0xBB, 0xBF) ? 3 : 0, TEXT).stripLeading();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            throw refused("WEB_PAGE", "this is a web page.", "Get the file itself, not the page about it.");
        }
        if (text.startsWith("<") || wide) {
            return FileKind.MUSICXML;
        }
        if (text.startsWith("{")) {
            return FileKind.SCORE_JSON;
        }
        if (text.startsWith("%abc") || text.startsWith("X:") || ("\n" + text).contains("\nX:") && promised.isEmpty()) {
            return FileKind.ABC;
        }
        String line = lower.lines().findFirst().orElse("");
        if (line.matches(".*[,;\t].*") && (line.contains("pitch") || line.contains("name")) && promised.isEmpty()) {
            return FileKind.CSV;
        }
        if (promised.isPresent()) {
            return promised.get();
        }
        throw start.length == 0
                ? refused("EMPTY_FILE", "the file is empty.", "Get the file again from where it came from.")
                : refused("NOT_MUSIC", "this is no file of music that Cadenza knows.",
                        "It reads MIDI, MusicXML, ABC, and the forms that cadenza convert --help lists.");
    }

    private InputException packed(String code, String with, String tool) {
        return refused("COMPRESSED_" + code, "the file is compressed with " + with + ".", "Unpack it with " + tool + " first.");
    }

    private InputException refused(String code, String cause, String remedy) {
        return source.refused(code, cause, remedy);
    }

    private boolean begins(String letters) {
        return text(0, letters.length()).equals(letters);
    }

    private boolean bytes(int... values) {
        for (int i = 0; i < values.length; i++) {
            if (i >= start.length || (start[i] & 0xFF) != values[i]) {
                return false;
            }
        }
        return true;
    }

    private String text(int from, int to) {
        int end = Math.min(to, start.length);
        return from >= end ? "" : new String(start, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
