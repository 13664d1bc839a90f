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
    private static final long NEAR = 5;

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

    /// How many notes from the beginning are equal, but for a few ticks.
    static int equal(List<Struck> ours, List<Struck> theirs) {
        int i = 0;
        while (i < ours.size() && i < theirs.size() && ours.get(i).pitch() == theirs.get(i).pitch()
                && Math.abs(ours.get(i).onset() - theirs.get(i).onset()) <= NEAR) {
            i++;
        }
        return i;
    }

    static boolean same(List<Struck> ours, List<Struck> theirs) {
        return ours.size() == theirs.size() && equal(ours, theirs) == ours.size();
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

    /// A tune without what says how often and in which order its bars are played.
    ///
    /// @param parts whether the order of parts is taken out as well
    static List<String> once(List<String> lines, boolean parts) {
        List<String> once = new ArrayList<>();
        for (String line : plain(lines)) {
            boolean field = line.matches("[A-Za-z+]:.*") || line.startsWith("%");
            if (field) {
                once.add(parts && line.startsWith("P:") ? "%" : line);
            } else {
                once.add(line.replaceAll("%.*", "").replaceAll("\\[(?![A-Za-z]:)(?=\\s*\\d)\\s*\\d[\\d,.-]*", " ")
                        .replaceAll("(?<=[|:])[ ]*\\d[\\d,.-]*", " ").replaceAll("(?<!\\[[A-Za-z]|\\(\\d):+(?!\\d)", "|"));
            }
        }
        return once;
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
