package dev.cadenza.score.musicxml;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads MusicXML, plain (`.xml`, `.musicxml`) or compressed (`.mxl`), part-wise or time-wise; the content decides, not the
/// ending. What is read and what is left out stands in `docs/formats/musicxml.md`; what is left out is reported.
///
/// The music is that which sounds: transposing instruments at sounding pitch, ties joined, the voices of a part together in
/// it (see [dev.cadenza.score.Part#voices]), as written, once: signs of repetition are in
/// [dev.cadenza.score.Score#repeats].
///
/// Files are not trusted: no document type, no entity of its own, nothing fetched, limits on size, depth and length.
/// Whatever the bytes, the outcome is a score or an [InputException].
public final class MusicXmlReader {

    private static final int MAX_BYTES = 100_000_000;

    private MusicXmlReader() {
    }

    /// Reads a file.
    ///
    /// @throws InputException where it cannot be read or is no MusicXML
    public static MusicXmlRead read(Path file) {
        String source = file.toString();
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new InputException(source, new Place.Nowhere(), "NOT_A_FILE", "this is not a file but a folder or a device.",
                        "Name the files themselves.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in.readNBytes(MAX_BYTES + 1), source);
            }
        } catch (IOException e) {
            throw new InputException(source, new Place.Nowhere(), "CANNOT_READ", reason(e),
                    "Check its name and whether it may be read.", e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file.";
            case AccessDeniedException _ -> "the file may not be read.";
            default -> "the file cannot be read.";
        };
    }

    /// Reads bytes.
    ///
    /// @param source what messages call them
    /// @throws InputException where they are no MusicXML
    public static MusicXmlRead read(byte[] bytes, String source) {
        if (bytes.length > MAX_BYTES) {
            throw new InputException(source, new Place.Nowhere(), "TOO_LARGE", "the file is larger than 100 MB.",
                    "Split it into smaller files.");
        }
        Findings findings = new Findings();
        byte[] xml = MxlArchive.recognises(bytes) ? MxlArchive.score(bytes, source, findings) : bytes;
        return new ScoreElement(new XmlCursor(new ByteArrayInputStream(xml), source, findings), source, findings).read();
    }
}
