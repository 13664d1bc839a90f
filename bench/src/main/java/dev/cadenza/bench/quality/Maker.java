package dev.cadenza.bench.quality;

import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.mgeval.MgevalFeatures;
import dev.cadenza.evaluate.report.Heard;
import dev.cadenza.evaluate.report.MeasuredSet;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.midi.MidiReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A folder of pieces by one maker, measured.
///
/// @param measured by metrics and by MGEval's features
/// @param values of each metric, one number a piece; NaN where it does not apply
record Maker(String name, List<Score> pieces, MeasuredSet measured, Map<String, double[]> values) {

    private static final double BPM = 120;

    static Maker of(String name, Path folder, List<Metric> metrics) {
        List<Score> pieces = read(folder);
        MeasuredSet measured = MeasuredSet.of(pieces.stream().map(score -> new Heard(name, score)).toList(), metrics, MgevalFeatures.all(),
                Runtime.getRuntime().availableProcessors(), done -> { });
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            int column = i;
            values.put(metrics.get(i).name(), measured.values().stream().mapToDouble(piece -> piece[column]).toArray());
        }
        return new Maker(name, pieces, measured, values);
    }

    /// The human pieces state no tempo of their own: what is measured in seconds would tell of the files.
    private static Score atOneTempo(Score score) {
        return new Score(score.resolution(), List.of(Tempo.ofBpm(0, BPM)), score.meters(), score.keys(), score.chords(), score.markers(),
                score.parts(), score.metadata(), score.repeats());
    }

    /// The first of the pieces, in numbers.
    MeasuredSet first(int count) {
        int some = Math.min(count, measured.size());
        return new MeasuredSet(measured.names().subList(0, some), measured.values().subList(0, some), measured.features().subList(0, some));
    }

    private static List<Score> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mid")).sorted().map(file -> atOneTempo(MidiReader.read(file).score()))
                    .toList();
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

    double quantile(String metric, double share) {
        double[] sorted = sorted(metric);
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
