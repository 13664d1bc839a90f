package dev.cadenza.bench.midi;

import dev.cadenza.score.Part;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/// How many MIDI files a second are read from disk by one thread: Cadenza beside `javax.sound.midi`.
///
/// Usage: `MidiReadingSpeed FOLDER [ROUNDS]`. Both read every file under the folder once a round, in turn, after one
/// round for warming up; the notes of both are counted outside the time. Only the ratio carries over to other machines.
public final class MidiReadingSpeed {

    /// Reads a file to a form that its notes can be taken from.
    private interface Reader {
        Object read(Path file) throws IOException, InvalidMidiDataException;
    }

    private MidiReadingSpeed() {
    }

    public static void main(String[] arguments) throws IOException, InvalidMidiDataException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: MidiReadingSpeed FOLDER [ROUNDS]");
            System.exit(2);
        }
        List<Path> files = files(Path.of(arguments[0]));
        int rounds = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 7;
        Reader ours = MidiReader::read;
        Reader peer = file -> MidiSystem.getSequence(file.toFile());

        long ourNotes = 0;
        long peerNotes = 0;
        long different = 0;
        for (Path file : files) {
            long a = MidiReader.read(file).score().parts().stream().map(Part::notes).mapToLong(List::size).sum();
            long b = notes(MidiSystem.getSequence(file.toFile()));
            ourNotes += a;
            peerNotes += b;
            different += a == b ? 0 : 1;
        }
        System.out.printf(Locale.ROOT, "%d files, notes: cadenza %d, javax.sound.midi %d, files that differ: %d%n",
                files.size(), ourNotes, peerNotes, different);

        round(ours, files);
        round(peer, files);
        double[] a = new double[rounds];
        double[] b = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            a[i] = round(ours, files);
            b[i] = round(peer, files);
        }
        Arrays.sort(a);
        Arrays.sort(b);
        print("cadenza", a);
        print("javax.sound.midi", b);
        System.out.printf(Locale.ROOT, "ratio: %.1f at best, %.1f at the median%n",
                a[rounds - 1] / b[rounds - 1], a[rounds / 2] / b[rounds / 2]);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".mid")).sorted().toList();
        }
    }

    /// Files a second in one round.
    private static double round(Reader reader, List<Path> files) throws IOException, InvalidMidiDataException {
        Object[] results = new Object[64];
        long start = System.nanoTime();
        for (int i = 0; i < files.size(); i++) {
            results[i % results.length] = reader.read(files.get(i));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (Arrays.stream(results).noneMatch(Objects::nonNull)) {
            throw new IllegalStateException("nothing was read");
        }
        return files.size() / seconds;
    }

    private static long notes(Sequence sequence) {
        long notes = 0;
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                MidiEvent event = track.get(i);
                if (event.getMessage() instanceof ShortMessage message && message.getCommand() == ShortMessage.NOTE_ON
                        && message.getData2() > 0) {
                    notes++;
                }
            }
        }
        return notes;
    }

    private static void print(String name, double[] sorted) {
        System.out.printf(Locale.ROOT, "%-17s %8.0f files/s at best, %8.0f at the median of %d rounds%n",
                name, sorted[sorted.length - 1], sorted[sorted.length / 2], sorted.length);
    }
}
