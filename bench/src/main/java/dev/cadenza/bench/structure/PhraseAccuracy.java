package dev.cadenza.bench.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.structure.Phrase;
import dev.cadenza.score.structure.PhraseFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How well the boundaries of phrases are found, beside the local boundary detection model.
///
/// Usage: `PhraseAccuracy DATA [learn]`. Columns: mean over the pieces of precision, recall and F-measure of boundaries within
/// a quarter note. With `learn`, prints weights learnt on the tuning half.
public final class PhraseAccuracy {

    private PhraseAccuracy() {
    }

    public static void main(String[] arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: PhraseAccuracy DATA [learn]");
            System.exit(2);
        }
        Path data = Path.of(arguments[0]);
        List<Phrased> all = new ArrayList<>(Phrased.chorales(data.resolve("chorales-and-tunes-music21/bach")));
        all.addAll(Phrased.mozart(data.resolve("harmony-dcml-mozart")));
        List<Phrased> tuning = all.stream().filter(piece -> Halves.forTuning(piece.name())).toList();
        if (arguments.length == 2) {
            learn(tuning);
            return;
        }
        Map<Double, Double> thresholds = new TreeMap<>();
        for (double threshold = 0.05; threshold < 0.7; threshold += 0.05) {
            double at = threshold;
            thresholds.put(at, mean(tuning, piece -> localPeaks(piece, at)).get("all")[2]);
        }
        double chosen = thresholds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        Map<String, Function<Phrased, List<Double>>> ways = new LinkedHashMap<>();
        ways.put("every four bars", PhraseAccuracy::fourBars);
        ways.put(String.format(Locale.ROOT, "LBDM, peaks above %.2f", chosen), piece -> localPeaks(piece, chosen));
        ways.put("ours", piece -> PhraseFinder.find(piece.score(), piece.line()).stream().skip(1).map(Phrase::start)
                .map(Long::doubleValue).toList());
        List<Phrased> tested = all.stream().filter(piece -> !Halves.forTuning(piece.name())).toList();
        Map<String, Long> sizes = tested.stream().collect(Collectors.groupingBy(Phrased::set, Collectors.counting()));
        ways.forEach((name, way) -> mean(tested, way).forEach((set, f) -> {
            if (!set.equals("all")) {
                System.out.printf(Locale.ROOT, "| %s (%d) | %s | %.3f | %.3f | %.3f |%n", set, sizes.get(set), name, f[0], f[1], f[2]);
            }
        }));
    }

    private static Map<String, double[]> mean(List<Phrased> pieces, Function<Phrased, List<Double>> way) {
        Map<String, double[]> sums = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Phrased piece : pieces) {
            Agreement found = Agreement.of(way.apply(piece), piece.boundaries().stream().map(Long::doubleValue).toList(),
                    piece.score().resolution());
            double[] sum = sums.computeIfAbsent(piece.set(), set -> new double[3]);
            sum[0] += found.precision();
            sum[1] += found.recall();
            sum[2] += found.f();
            counts.merge(piece.set(), 1, Integer::sum);
        }
        sums.forEach((set, sum) -> Arrays.setAll(sum, i -> sum[i] / counts.get(set)));
        double[] all = new double[3];
        Arrays.setAll(all, i -> sums.values().stream().mapToDouble(sum -> sum[i]).average().orElse(0));
        sums.put("all", all);
        return sums;
    }

    private static List<Double> fourBars(Phrased piece) {
        List<Double> found = new ArrayList<>();
        List<Long> bars = MetreBaselines.claimed(piece.score()).downbeats();
        for (int bar = 4; bar < bars.size(); bar += 4) {
            found.add((double) bars.get(bar));
        }
        return found;
    }

    private static List<Double> localPeaks(Phrased piece, double threshold) {
        List<Note> line = piece.line();
        List<Double> strength = PhraseFinder.localStrength(line, piece.score().resolution());
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < strength.size(); i++) {
            boolean peak = (i == 0 || strength.get(i) >= strength.get(i - 1)) && (i + 1 == strength.size() || strength.get(i) > strength.get(i + 1));
            if (peak && strength.get(i) > threshold) {
                found.add((double) line.get(i + 1).onset());
            }
        }
        return found;
    }

    private static void learn(List<Phrased> pieces) {
        Map<String, Long> sizes = pieces.stream().collect(Collectors.groupingBy(Phrased::set, Collectors.counting()));
        List<ConditionalLogit.Case> cases = new ArrayList<>();
        for (Phrased piece : pieces) {
            List<List<Double>> rows = PhraseFinder.numbers(piece.score(), piece.line());
            Set<Integer> right = nearest(piece);
            for (int i = 0; i < rows.size(); i++) {
                double[] row = rows.get(i).stream().mapToDouble(Double::doubleValue).toArray();
                cases.add(new ConditionalLogit.Case(List.of(row, new double[row.length]), right.contains(i) ? 0 : 1,
                        1.0 / rows.size() / sizes.get(piece.set())));
            }
        }
        double[] weights = ConditionalLogit.learn(cases, cases.getFirst().options().getFirst().length, 400, 0.1, 1e-4);
        System.out.println(Arrays.stream(weights).mapToObj(w -> String.format(Locale.ROOT, "%.3f", w)).collect(Collectors.joining(", ")));
    }

    /// The place in the line next to each boundary, where one lies within a quarter note.
    private static Set<Integer> nearest(Phrased piece) {
        Set<Integer> places = new HashSet<>();
        int place = 0;
        List<Note> line = piece.line();
        for (long boundary : piece.boundaries()) {
            while (place + 2 < line.size() && Math.abs(line.get(place + 2).onset() - boundary) <= Math.abs(line.get(place + 1).onset() - boundary)) {
                place++;
            }
            if (place + 1 < line.size() && Math.abs(line.get(place + 1).onset() - boundary) <= piece.score().resolution()) {
                places.add(place);
            }
        }
        return places;
    }
}
