package dev.cadenza.corpus.exchange;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Compressed MusicXML (`.mxl`): a zip with the score and the container that names it.
public final class Mxl {

    private static final String SCORE = "score.musicxml";
    private static final String CONTAINER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <container>
              <rootfiles>
                <rootfile full-path="score.musicxml" media-type="application/vnd.recordare.musicxml+xml"/>
              </rootfiles>
            </container>
            """;

    private Mxl() {
    }

    /// Packs a score. Equal scores give equal bytes.
    ///
    /// @param musicXml the score as plain MusicXML
    public static byte[] pack(byte[] musicXml) {
        SortedMap<String, Supplier<byte[]>> entries = new TreeMap<>();
        entries.put("META-INF/container.xml", () -> CONTAINER.getBytes(StandardCharsets.UTF_8));
        entries.put(SCORE, () -> musicXml);
        return Zip.write(entries);
    }
}
