package dev.cadenza.bench.corpus;

import dev.cadenza.corpus.RemiOptions;
import dev.cadenza.corpus.RemiTokenizer;
import dev.cadenza.corpus.TokenSequence;
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
import java.util.stream.Stream;

/// How long one thread takes to turn MIDI files, read before, into REMI tokens with their context.
///
/// Usage: `RemiSpeed FOLDER [ROUNDS]`. Every file under the folder is encoded once a round, after two rounds for warming up.
/// The figures are milliseconds a file: the median over the rounds by the clock and by processor time, the mean of the first
/// round, in which the machine code is still to be made, and the slowest file of the last round. The hash is over all tokens and contexts: equal hashes, equal tokens.
public final class RemiSpeed {

    private static final int STEPS_PER_QUARTER = 4;

    private RemiSpeed() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: RemiSpeed FOLDER [ROUNDS]");
            System.exit(2);
        }
        int rounds = arguments.length == 2 ? Integer.parseInt(arguments[1]) : 9;
        List<Score> scores = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            all.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".mid")).sorted()
                    .map(file -> MidiReader.read(file).score()).forEach(scores::add);
        }
        long notes = scores.stream().flatMap(score -> score.parts().stream()).map(Part::notes).mapToLong(List::size).sum();
        System.out.printf(Locale.ROOT, "%d files, %d notes%n", scores.size(), notes);
        for (RemiOptions options : List.of(RemiOptions.of(List.of()), RemiOptions.of(List.of("programs")),
                RemiOptions.of(List.of("programs", "velocity", "tempo", "chords")))) {
            measure(RemiTokenizer.fitted(STEPS_PER_QUARTER, options, scores), scores, rounds);
        }
    }

    private static void measure(RemiTokenizer tokenizer, List<Score> scores, int rounds) {
        double[] clock = new double[rounds];
        double[] processor = new double[rounds];
        double first = 0;
        double slowest = 0;
        long hash = 0;
        long tokens = 0;
        for (int round = -2; round < rounds; round++) {
            hash = 0;
            tokens = 0;
            slowest = 0;
            long taken = 0;
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (Score score : scores) {
                long before = System.nanoTime();
                TokenSequence sequence = tokenizer.encode(score);
                long one = System.nanoTime() - before;
                taken += one;
                slowest = Math.max(slowest, one / 1e6);
                tokens += sequence.steps();
                hash = 31 * hash + (round == rounds - 1 ? sequence.hashCode() : 0);
            }
            if (round == -2) {
                first = taken / 1e6 / scores.size();
            }
            if (round >= 0) {
                clock[round] = taken / 1e6 / scores.size();
                processor[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6 / scores.size();
            }
        }
        System.out.printf(Locale.ROOT, "%-36s %d tokens, ms a file: clock %.3f, processor %.3f, first round %.3f, slowest file %.1f; hash %016x%n",
                tokenizer.name(), tokens, median(clock), median(processor), first, slowest, hash);
    }

    private static double median(double[] values) {
        return Arrays.stream(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
    }
}
