package dev.cadenza.score.notation;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.nio.file.Path;
import java.util.List;

/// Writes a score as MusicXML 4.0 (partwise, UTF-8, no DTD to fetch).
///
/// Onsets and ends are quantised beat by beat to sixteenths or triplets, to finer values where the music needs them.
/// Where no pitch has a spelling of its own, the key decides; where no key is stated, the one found is, unless doubtful.
/// Bars add up in every voice; lengths that no single value expresses are tied. A part has one staff and up to four
/// voices; keyboards that use both hands have two staves. Clefs follow the range. Equal scores give equal bytes.
public final class MusicXmlWriter {

    private static final int MAX_CHANNEL = 16;
    private static final int DRUM_CHANNEL = 10;

    private MusicXmlWriter() {
    }

    /// The file's content.
    ///
    /// @param plain any score; without notes, it becomes one bar of rest
    /// @throws RequestException where the score has over 20,000 bars or its notation over 128 MB
    public static byte[] write(Score plain) {
        Score score = Spelled.of(plain);
        Grid grid = Grid.of(score);
        List<Measure> measures = Measure.of(score, grid);
        List<Part> parts = parts(score);
        Xml xml = new Xml();
        xml.open("score-partwise", "version", "4.0");
        head(xml, score.metadata());
        xml.open("part-list");
        for (int i = 0; i < parts.size(); i++) {
            describe(xml, id(i), parts.get(i), i);
        }
        xml.close("part-list");
        PartWriter writer = new PartWriter(xml, grid, measures, new Signs(score, grid, measures),
                new RepeatWriter(xml, score, grid));
        for (int i = 0; i < parts.size(); i++) {
            writer.write(id(i), parts.get(i), i == 0);
        }
        xml.close("score-partwise");
        return xml.bytes();
    }

    /// Writes to `file`, replacing what was there.
    ///
    /// @throws RequestException where the score has over 20,000 bars or its notation over 128 MB
    /// @throws dev.cadenza.score.CadenzaException.OutputException where `file` cannot be written
    public static void write(Score score, Path file) {
        AtomicFiles.write(file, write(score));
    }

    /// Parts without notes take no staff, unless there is nothing else.
    private static List<Part> parts(Score score) {
        List<Part> sounding = score.parts().stream().filter(part -> !part.notes().isEmpty()).toList();
        return sounding.isEmpty() ? List.of(new Part("", Instrument.PIANO, List.of())) : sounding;
    }

    private static String id(int index) {
        return "P" + (index + 1);
    }

    private static void head(Xml xml, Metadata metadata) {
        if (!metadata.title().isBlank()) {
            xml.open("work");
            xml.text("work-title", metadata.title().strip());
            xml.close("work");
        }
        xml.open("identification");
        if (!metadata.composer().isBlank()) {
            xml.text("creator", metadata.composer().strip(), "type", "composer");
        }
        if (!metadata.copyright().isBlank()) {
            xml.text("rights", metadata.copyright().strip());
        }
        xml.open("encoding");
        xml.text("software", "Cadenza");
        xml.close("encoding");
        xml.close("identification");
    }

    private static void describe(Xml xml, String id, Part part, int index) {
        boolean drums = part.instrument().drums();
        String name = !part.name().isBlank() ? part.name().strip() : drums ? "Drums" : "Part " + (index + 1);
        xml.open("score-part", "id", id);
        xml.text("part-name", name);
        List<Integer> keys = drums ? PartWriter.drums(part) : List.of(0);
        for (int key : keys) {
            xml.open("score-instrument", "id", id + "-I" + key);
            xml.text("instrument-name", drums ? DrumLine.name(key) : name);
            xml.close("score-instrument");
        }
        int slot = index % (MAX_CHANNEL - 1) + 1;
        int channel = drums ? DRUM_CHANNEL : slot < DRUM_CHANNEL ? slot : slot + 1;
        for (int key : keys) {
            xml.open("midi-instrument", "id", id + "-I" + key);
            xml.text("midi-channel", channel);
            xml.text("midi-program", part.instrument().program() + 1);
            if (drums) {
                xml.text("midi-unpitched", key + 1);
            }
            xml.close("midi-instrument");
        }
        xml.close("score-part");
    }
}
