package dev.cadenza.corpus.read;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the sung line of a MusicXML file (part-wise; plain, or compressed as `.mxl`): the first part that has words (and half
/// the notes, at least, of any other that has), its first voice, the top note of chords. Metres, upbeat, keys and title come along; grace notes, cue notes, other parts,
/// tempos and repeats (the music is taken as written, once) do not.
///
/// The file is not trusted: no document type, no entity, nothing fetched, limits on size, depth and length.
public final class MusicXmlMelodyReader {

    private static final long MAX_BYTES = 100_000_000;

    private MusicXmlMelodyReader() {
    }

    /// Reads a file.
    ///
    /// @throws InputException where it cannot be read or is no MusicXML
    /// @throws RequestException NO_MELODY where no part has words
    public static Score read(Path file) {
        String source = file.toString();
        try {
            if (source.toLowerCase(Locale.ROOT).endsWith(".mxl")) {
                return read(new ByteArrayInputStream(MxlArchive.score(file)), source);
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new InputException(source, new Place.Nowhere(), "TOO_LARGE", "the file is larger than 100 MB.",
                        "Split it into smaller files.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                return read(in, source);
            }
        } catch (IOException e) {
            throw new InputException(source, new Place.Nowhere(), "CANNOT_READ",
                    "the file cannot be read (" + e.getMessage() + ").", "Check its name and whether it may be read.", e);
        }
    }

    /// Reads plain MusicXML.
    ///
    /// @param source what the stream is called in messages
    public static Score read(InputStream in, String source) {
        XmlCursor cursor = new XmlCursor(in, source);
        if (!cursor.enter() || !cursor.name().equals("score-partwise")) {
            throw cursor.refused("NOT_MUSICXML", "the file does not hold a part-wise MusicXML score");
        }
        String work = "";
        String movement = "";
        String composer = "";
        List<SungPart> sung = new ArrayList<>();
        while (cursor.enter()) {
            switch (cursor.name()) {
                case "work" -> work = child(cursor, "work-title");
                case "movement-title" -> movement = cursor.text();
                case "identification" -> composer = child(cursor, "creator");
                case "part" -> {
                    SungPart part = new SungPart(cursor);
                    if (part.hasWords()) {
                        sung.add(part);
                    }
                }
                default -> cursor.skip();
            }
        }
        String title = work.isEmpty() || movement.isEmpty() ? work + movement : work + ": " + movement;
        Metadata metadata = new Metadata(title, composer, "");
        int most = sung.stream().mapToInt(SungPart::notes).max().orElse(0);
        return sung.stream().filter(part -> 2 * part.notes() >= most).findFirst().map(part -> part.score(metadata))
                .orElseThrow(() -> new RequestException(source, "NO_MELODY", "no melody found: no part has words.",
                        "Choose songs, with their words under the notes."));
    }

    private static String child(XmlCursor cursor, String name) {
        String text = "";
        while (cursor.enter()) {
            if (cursor.name().equals(name) && text.isEmpty()) {
                text = cursor.text();
            } else {
                cursor.skip();
            }
        }
        return text;
    }
}
