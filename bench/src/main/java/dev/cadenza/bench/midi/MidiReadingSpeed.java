package dev.cadenza.bench.midi;

import dev.cadenza.score.Note;
import dev.cadenza.score.Notes;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/// How many MIDI files a second are read from disk: Cadenza beside `javax.sound.midi`.
///
/// Usage: `MidiReadingSpeed FOLDER [ROUNDS]`. All read every file under the folder once a round, in turn, after two rounds
/// for warming up. What they leave behind differs: `javax.sound.midi` an object and an array for each event, unpaired;
/// Cadenza a checked score, whose notes are paired, in order and held as numbers. So Cadenza is measured once more with every
/// note asked for as an object, and once more by two threads that share the files of a round.
///
/// That both find the same notes (onset, pitch, velocity) is compared before, outside the time. Figures are by the clock and
/// by the processor time of the reading threads, which a busy machine disturbs less. Only ratios carry over to other
/// machines.
public final class MidiReadingSpeed {

    /// Reads a file to a form that its notes can be taken from.
    private interface Reader {
        Object read(Path file) throws IOException, InvalidMidiDataException;
    }

    private record Contestant(String name, Reader reader, int threads, double[] byClock, double[] byProcessor) {
        Contestant(String name, int threads, int rounds, Reader reader) {
            this(name, reader, threads, new double[rounds], new double[rounds]);
        }
    }

    private MidiReadingSpeed() {
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: MidiReadingSpeed FOLDER [ROUNDS]");
            System.exit(2);
        }
        List<Path> files = files(Path.of(arguments[0]));
        int rounds = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 7;
        compare(files);
        List<Contestant> all = List.of(
                new Contestant("javax.sound.midi", 1, rounds, file -> MidiSystem.getSequence(file.toFile())),
                new Contestant("cadenza", 1, rounds, MidiReader::read),
                new Contestant("cadenza, every note as an object", 1, rounds, MidiReadingSpeed::walked),
                new Contestant("javax.sound.midi, two threads", 2, rounds, file -> MidiSystem.getSequence(file.toFile())),
                new Contestant("cadenza, two threads", 2, rounds, MidiReader::read));
        for (int round = -2; round < rounds; round++) {
            for (Contestant one : all) {
                Rate rate = round(one, files);
                if (round >= 0) {
                    one.byClock[round] = rate.byClock();
                    one.byProcessor[round] = rate.byProcessor();
                }
            }
        }
        System.out.printf("median (best) of %d rounds%n", rounds);
        for (Contestant one : all) {
            System.out.printf(Locale.ROOT, "%-34s files/s by clock %s, %.1f times; by processor time %s, %.1f times%n", one.name,
                    text(one.byClock), median(one.byClock) / median(all.getFirst().byClock), text(one.byProcessor),
                    median(one.byProcessor) / median(all.getFirst().byProcessor));
        }
    }

    /// Files a second.
    private record Rate(double byClock, double byProcessor) {
    }

    private static String text(double[] rates) {
        return String.format(Locale.ROOT, "%,.0f (%,.0f)", median(rates), Arrays.stream(rates).max().orElseThrow());
    }

    private static double median(double[] rates) {
        return Arrays.stream(rates).sorted().skip(rates.length / 2).findFirst().orElseThrow();
    }

    private static Object walked(Path file) {
        Score score = MidiReader.read(file).score();
        List<Note[]> notes = new ArrayList<>();
        for (Part part : score.parts()) {
            notes.add(part.notes().toArray(Note[]::new));
        }
        return notes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".mid")).sorted().toList();
        }
    }

    private static Rate round(Contestant one, List<Path> files) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<FutureTask<Long>> shares = new ArrayList<>();
        for (int i = 0; i < one.threads; i++) {
            shares.add(new FutureTask<>(() -> share(one.reader, files, next)));
        }
        long start = System.nanoTime();
        for (FutureTask<Long> other : shares.subList(1, shares.size())) {
            Thread.ofPlatform().start(other);
        }
        shares.getFirst().run();
        long processor = 0;
        for (FutureTask<Long> share : shares) {
            processor += share.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Rate(files.size() / seconds, files.size() / (processor / 1e9));
    }

    /// Reads files until none is left; the processor time that took, in nanoseconds.
    private static long share(Reader reader, List<Path> files, AtomicInteger next) throws Exception {
        Object[] results = new Object[64];
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            results[i % results.length] = Objects.requireNonNull(reader.read(files.get(i)));
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    private static void compare(List<Path> files) throws IOException, InvalidMidiDataException {
        long notes = 0;
        long different = 0;
        for (Path file : files) {
            long[] ours = ours(MidiReader.read(file).score());
            notes += ours.length;
            different += Arrays.equals(ours, theirs(MidiSystem.getSequence(file.toFile()))) ? 0 : 1;
        }
        System.out.printf(Locale.ROOT, "%d files, %d notes; files whose onsets, pitches and velocities differ: %d%n", files.size(),
                notes, different);
    }

    private static long[] ours(Score score) {
        return score.parts().stream().flatMap(part -> part.notes().stream())
                .mapToLong(note -> Notes.key(note.onset(), note.pitch().midi(), note.velocity())).sorted().toArray();
    }

    private static long[] theirs(Sequence sequence) {
        LongStream.Builder notes = LongStream.builder();
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                MidiEvent event = track.get(i);
                if (event.getMessage() instanceof ShortMessage message && message.getCommand() == ShortMessage.NOTE_ON
                        && message.getData2() > 0) {
                    notes.add(Notes.key(event.getTick(), message.getData1(), message.getData2()));
                }
            }
        }
        return notes.build().sorted().toArray();
    }
}
