package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.Feature;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// A set of pieces in numbers.
///
/// @param names of the pieces
/// @param values of each piece by each metric; NaN where one does not apply, never infinite
/// @param features of each piece by each feature, numbers as many as the feature has
public record MeasuredSet(List<String> names, List<double[]> values, List<double[][]> features) {

    public MeasuredSet {
        names = List.copyOf(names);
        values = List.copyOf(values);
        features = List.copyOf(features);
    }

    private record Measured(double[] values, double[][] features) {
    }

    /// Measures pieces, several at a time; the numbers do not depend on how many.
    ///
    /// @param done told how many are done, from this thread; what it throws ends the work
    public static MeasuredSet of(List<Heard> pieces, List<Metric> metrics, List<Feature> features, int threads, IntConsumer done) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Measured>> running = pieces.stream().map(piece -> workers.submit(() -> measure(piece, metrics, features))).toList();
            List<Measured> all = new ArrayList<>();
            for (Future<Measured> piece : running) {
                all.add(result(piece));
                done.accept(all.size());
            }
            return new MeasuredSet(pieces.stream().map(Heard::name).toList(), all.stream().map(Measured::values).toList(),
                    all.stream().map(Measured::features).toList());
        } finally {
            workers.shutdownNow();
        }
    }

    private static Measured result(Future<Measured> piece) {
        try {
            return piece.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a piece cannot be measured", e.getCause());
        }
    }

    private static Measured measure(Heard piece, List<Metric> metrics, List<Feature> features) {
        Hearing hearing = Hearing.of(piece.score());
        return new Measured(metrics.stream().mapToDouble(metric -> metric.of(hearing)).map(value -> Double.isFinite(value) ? value
                : Double.NaN).toArray(), features.stream().map(feature -> feature.of(hearing)).toArray(double[][]::new));
    }

    /// How many pieces there are.
    public int size() {
        return names.size();
    }

    double[] column(int metric) {
        return values.stream().mapToDouble(piece -> piece[metric]).toArray();
    }

    double[][] feature(int feature) {
        return features.stream().map(piece -> piece[feature]).toArray(double[][]::new);
    }

    /// Some metrics of each piece.
    double[][] metricRows(int[] metrics) {
        return values.stream().map(piece -> Arrays.stream(metrics).mapToDouble(metric -> piece[metric]).toArray()).toArray(double[][]::new);
    }

    /// The same, then the numbers of all features.
    double[][] rows(int[] metrics) {
        double[][] rows = metricRows(metrics);
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            for (double[] numbers : features.get(i)) {
                int before = row.length;
                row = Arrays.copyOf(row, before + numbers.length);
                System.arraycopy(numbers, 0, row, before, numbers.length);
            }
            rows[i] = row;
        }
        return rows;
    }
}
