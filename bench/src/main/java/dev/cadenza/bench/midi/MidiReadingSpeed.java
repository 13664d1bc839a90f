package dev.cadenza.bench.midi;

import dev.cadenza.score.Part;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
/// round for warming up; the notes of both are counted outside the time. Figures are by the clock and by the processor
/// time of the reading thread, which a busy machine disturbs less. Only ratios carry over to other machines.
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
        double[][] a = new double[2][rounds];
        double[][] b = new double[2][rounds];
        for (int i = 0; i < rounds; i++) {
            Rate ourRate = round(ours, files);
            Rate peerRate = round(peer, files);
            a[0][i] = ourRate.byClock();
            b[0][i] = peerRate.byClock();
            a[1][i] = ourRate.byProcessor();
            b[1][i] = peerRate.byProcessor();
        }
        report("clock", a[0], b[0]);
        report("processor time", a[1], b[1]);
    }

    /// Files a second.
    private record Rate(double byClock, double byProcessor) {
    }

    private static void report(String what, double[] ours, double[] peer) {
        Arrays.sort(ours);
        Arrays.sort(peer);
        int last = ours.length - 1;
        int middle = ours.length / 2;
        System.out.printf(Locale.ROOT, "files/s by %s, best and median of %d rounds: cadenza %.0f %.0f, javax.sound.midi %.0f %.0f, ratio %.1f %.1f%n",
                what, ours.length, ours[last], ours[middle], peer[last], peer[middle], ours[last] / peer[last], ours[middle] / peer[middle]);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".mid")).sorted().toList();
        }
    }

    private static Rate round(Reader reader, List<Path> files) throws IOException, InvalidMidiDataException {
        Object[] results = new Object[64];
        long start = System.nanoTime();
        long startProcessor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < files.size(); i++) {
            results[i % results.length] = reader.read(files.get(i));
        }
        double processorSeconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startProcessor) / 1e9;
        double seconds = (System.nanoTime() - start) / 1e9;
        if (Arrays.stream(results).noneMatch(Objects::nonNull)) {
            throw new IllegalStateException("nothing was read");
        }
        return new Rate(files.size() / seconds, files.size() / processorSeconds);
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
}
