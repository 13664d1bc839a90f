package dev.cadenza.bench.gibbs;

import dev.cadenza.bench.voices.LeadingRow;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.collection.Corpora;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.evaluate.voices.ChoraleCopies;
import dev.cadenza.evaluate.voices.FourParts;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Voice leading, and what is copied from the training part, of folders that [Chorales] has made, beside Bach; then how long the
/// longest copied passages are.
///
/// `ChoraleTable JSB16 FOLDER...`
public final class ChoraleTable {

    /// Lower ends of the classes of lengths, in sixteenths.
    private static final int[] CLASSES = {0, 8, 12, 16, 20, 24, 28, 32, 48};

    private ChoraleTable() {
    }

    public static void main(String[] args) throws IOException {
        Corpus corpus = Corpora.open(Path.of(args[0]), SatbTokenizer.SIXTEENTHS, 1, 0.2);
        List<FourParts> train = parts(corpus.train());
        ChoraleCopies copies = ChoraleCopies.of(train);
        Map<String, List<FourParts>> makers = new LinkedHashMap<>();
        makers.put("Bach, validation part", parts(corpus.valid()));
        for (String folder : Arrays.asList(args).subList(1, args.length)) {
            makers.put(Path.of(folder).getFileName().toString(), read(Path.of(folder)));
        }
        print("", LeadingRow.HEAD);
        System.out.println("|---".repeat(1 + LeadingRow.HEAD.size()) + "|");
        print("Bach, training part", LeadingRow.of(train, Optional.empty()));
        makers.forEach((name, pieces) -> print(name, LeadingRow.of(pieces, Optional.of(copies))));
        System.out.println();
        print("longest copy, % of pieces", IntStream.range(0, CLASSES.length).mapToObj(ChoraleTable::lengths).toList());
        System.out.println("|---".repeat(1 + CLASSES.length) + "|");
        makers.forEach((name, pieces) -> print(name, shares(LeadingRow.longest(pieces, copies))));
    }

    private static List<FourParts> parts(List<Piece> pieces) {
        return pieces.stream().map(piece -> FourParts.of(SatbTokenizer.SIXTEENTHS, piece.tokens())).toList();
    }

    /// Pieces in which a voice is silent throughout are left out, and counted.
    private static List<FourParts> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Optional<FourParts>> all = files.filter(file -> file.toString().endsWith(".mid")).sorted()
                    .map(file -> FourParts.of(MidiReader.read(file).score())).toList();
            long left = all.stream().filter(Optional::isEmpty).count();
            if (left > 0) {
                System.out.println(folder.getFileName() + ": " + left + " pieces have not four voices");
            }
            return all.stream().flatMap(Optional::stream).toList();
        }
    }

    private static String lengths(int number) {
        return number + 1 < CLASSES.length ? CLASSES[number] + "-" + (CLASSES[number + 1] - 1) : CLASSES[number] + " or more";
    }

    private static List<String> shares(int[] steps) {
        Map<Integer, Long> counts = Arrays.stream(steps).boxed().collect(Collectors.groupingBy(ChoraleTable::number, Collectors.counting()));
        return IntStream.range(0, CLASSES.length).mapToObj(number -> String.format("%.1f", 100.0 * counts.getOrDefault(number, 0L) / steps.length))
                .toList();
    }

    private static int number(int steps) {
        int number = 0;
        while (number + 1 < CLASSES.length && steps >= CLASSES[number + 1]) {
            number++;
        }
        return number;
    }

    private static void print(String head, List<String> cells) {
        System.out.println("| " + head + " | " + String.join(" | ", cells) + " |");
    }
}
