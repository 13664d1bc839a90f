package dev.cadenza.bench.abc;

import dev.cadenza.score.Note;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The program `abc2midi` (James Allwright, Seymour Shlien; Debian's package `abcmidi`) as an independent reader of ABC.
///
/// It makes up accompaniment, plays ornaments and swings hornpipes; what asks for that is taken out of the text before. Its
/// notes begin up to a few ticks late.
final class Abc2Midi {

    /// A note that is struck.
    ///
    /// @param onset in ticks of 1/480 quarter note
    record Struck(long onset, int pitch) {
        static final Comparator<Struck> ORDER = Comparator.comparingLong(Struck::onset).thenComparingInt(Struck::pitch);
    }

    private static final int RESOLUTION = 480;

    private Abc2Midi() {
    }

    /// The notes `abc2midi` strikes for a tune, in order.
    static List<Struck> play(List<String> lines, Path scratch) throws IOException, InterruptedException {
        Path abc = scratch.resolve("tune.abc");
        Path mid = scratch.resolve("tune.mid");
        Files.deleteIfExists(mid);
        Files.write(abc, plain(lines), StandardCharsets.UTF_8);
        Process process = new ProcessBuilder("abc2midi", abc.toString(), "-o", mid.toString(), "-NGRA", "-NFER", "-NGUI", "-silent")
                .redirectErrorStream(true).redirectOutput(scratch.resolve("log").toFile()).start();
        process.waitFor();
        return Files.exists(mid) ? struck(MidiReader.read(mid).score()) : List.of();
    }

    /// The log of the last run.
    static String log(Path scratch) throws IOException {
        return Files.readString(scratch.resolve("log"), StandardCharsets.ISO_8859_1);
    }

    /// The notes of a score, in order.
    static List<Struck> struck(Score score) {
        List<Struck> struck = new ArrayList<>();
        for (var part : score.parts()) {
            for (Note note : part.notes()) {
                struck.add(new Struck(note.onset() * RESOLUTION / score.resolution(), note.pitch().midi()));
            }
        }
        struck.sort(Struck.ORDER);
        return struck;
    }

    /// The text without quotes, ornaments, rhythm names and instructions for playing.
    private static List<String> plain(List<String> lines) {
        List<String> plain = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("X:")) {
                plain.add("X:1");
            } else if (line.startsWith("Y:")) {
                // The cleaned Nottingham collection keeps the order of parts under this name.
                plain.add("P:" + line.substring(2));
            } else if (line.startsWith("R:") || line.startsWith("%%MIDI g") || line.startsWith("%%MIDI beat")) {
                // Swing, accompaniment.
                plain.add("%");
            } else if (line.matches("[A-Za-z+]:.*") || line.startsWith("%")) {
                plain.add(line);
                if (line.startsWith("K:")) {
                    // By itself it spreads the notes of chords.
                    plain.add("%%MIDI chordattack 0");
                }
            } else {
                plain.add(line.replaceAll("\"[^\"]*\"", "").replaceAll("![^! |]*!", "").replaceAll("[~TPMSORHLJkuv]+(?=[\\[^_=a-gA-G.({])", "")
                        .replaceAll("!$", ""));
            }
        }
        return plain;
    }
}
