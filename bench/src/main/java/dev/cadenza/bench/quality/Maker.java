package dev.cadenza.bench.quality;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.score.Score;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A folder of pieces by one maker, measured.
///
/// @param values of each metric, one number a piece; NaN where it does not apply
record Maker(String name, List<Score> pieces, Map<String, double[]> values) {

    static Maker of(String name, Path folder, List<Metric> metrics) {
        List<Score> pieces = read(folder);
        double[][] all = pieces.parallelStream().map(score -> {
            Hearing hearing = Hearing.of(score);
            return metrics.stream().mapToDouble(metric -> metric.of(hearing)).toArray();
        }).toArray(double[][]::new);
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            int column = i;
            values.put(metrics.get(i).name(), IntStream.range(0, all.length).mapToDouble(row -> all[row][column]).toArray());
        }
        return new Maker(name, pieces, values);
    }

    private static List<Score> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mid")).sorted().map(file -> MidiReader.read(file).score()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What applies of a metric, in order of size.
    double[] sorted(String metric) {
        return Arrays.stream(values.get(metric)).filter(value -> !Double.isNaN(value)).sorted().toArray();
    }

    double mean(String metric) {
        return Arrays.stream(sorted(metric)).average().orElse(Double.NaN);
    }

    double deviation(String metric) {
        double mean = mean(metric);
        return Math.sqrt(Arrays.stream(sorted(metric)).map(value -> (value - mean) * (value - mean)).average().orElse(Double.NaN));
    }

    double quantile(String metric, double share) {
        double[] sorted = sorted(metric);
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
