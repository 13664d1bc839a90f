package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Feature;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.statistics.Draws;
import dev.cadenza.evaluate.statistics.Frechet;
import dev.cadenza.evaluate.statistics.SetDistances;
import dev.cadenza.evaluate.statistics.Summary;
import dev.cadenza.evaluate.statistics.TwoSampleTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Takes beside a corpus. Definitions are in `docs/reference/comparison.md`.
///
/// @param takes how many
/// @param corpus how many pieces of it
/// @param metrics by aspect, then those that lie furthest apart first
/// @param unmeasured metrics that apply to no take, or to no piece of the corpus
/// @param features in their own order
/// @param toldApart whether a classifier tells both apart; empty where there are too few pieces. Neither it nor the Fréchet distance
///                  sees metrics of expression that do not vary in one of the sets
/// @param frechet squared Fréchet distance over the metrics (`frechet_cadenza`); NaN where it cannot be told
/// @param frechetWithin the same between two halves of the corpus: what the number is for music of one kind
/// @param seed of everything that is drawn
public record Comparison(int takes, int corpus, List<MetricComparison> metrics, List<Metric> unmeasured,
        List<FeatureComparison> features, Optional<TwoSampleTest> toldApart, double frechet, double frechetWithin, long seed) {

    private static final Comparator<MetricComparison> FURTHEST_FIRST = Comparator
            .comparing((MetricComparison compared) -> compared.metric().aspect())
            .thenComparing(Comparator.comparingDouble((MetricComparison compared) -> Math.abs(compared.distance().value())).reversed());

    public Comparison {
        metrics = List.copyOf(metrics);
        unmeasured = List.copyOf(unmeasured);
        features = List.copyOf(features);
    }

    /// Measures and compares, with all processors.
    public static Comparison of(List<Heard> takes, List<Heard> corpus, List<Metric> metrics, List<Feature> features, long seed) {
        int threads = Runtime.getRuntime().availableProcessors();
        return of(MeasuredSet.of(takes, metrics, features, threads, done -> { }),
                MeasuredSet.of(corpus, metrics, features, threads, done -> { }), metrics, features, seed);
    }

    /// Compares what was measured by these metrics and features.
    ///
    /// @param takes one or more
    /// @param corpus likewise
    public static Comparison of(MeasuredSet takes, MeasuredSet corpus, List<Metric> metrics, List<Feature> features, long seed) {
        List<MetricComparison> compared = new ArrayList<>();
        List<Metric> unmeasured = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            double[] ours = takes.column(i);
            double[] theirs = corpus.column(i);
            if (Summary.finite(ours).length == 0 || Summary.finite(theirs).length == 0) {
                unmeasured.add(metrics.get(i));
            } else {
                compared.add(MetricComparison.of(metrics.get(i), ours, theirs, seed));
            }
        }
        compared.sort(FURTHEST_FIRST);
        int[] judged = judged(takes, corpus, metrics);
        double[][] ours = takes.metricRows(judged);
        double[][] theirs = corpus.metricRows(judged);
        int[] order = Draws.shuffled(theirs.length, Draws.random(seed, "halves"));
        return new Comparison(takes.size(), corpus.size(), compared, unmeasured, features(takes, corpus, features, seed),
                TwoSampleTest.of(takes.rows(judged), corpus.rows(judged), Draws.random(seed, "classifier")),
                Frechet.cadenza(ours, theirs), Frechet.cadenza(part(theirs, order, 0), part(theirs, order, 1)), seed);
    }

    /// All metrics, but for those of expression that are the same throughout nearly all of one set and vary in the other: files without
    /// dynamics or tempo tell of the files, not of the music.
    private static int[] judged(MeasuredSet takes, MeasuredSet corpus, List<Metric> metrics) {
        return IntStream.range(0, metrics.size()).filter(i -> {
            Summary ours = Summary.of(takes.column(i));
            Summary theirs = Summary.of(corpus.column(i));
            return metrics.get(i).aspect() != Aspect.EXPRESSION || ours.low() < ours.high() && theirs.low() < theirs.high();
        }).toArray();
    }

    private static double[][] part(double[][] rows, int[] order, int which) {
        return IntStream.range(0, order.length).filter(i -> i % 2 == which).mapToObj(i -> rows[order[i]]).toArray(double[][]::new);
    }

    private static List<FeatureComparison> features(MeasuredSet takes, MeasuredSet corpus, List<Feature> features, long seed) {
        List<FeatureComparison> compared = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            double[][] ours = takes.feature(i);
            double[][] theirs = corpus.feature(i);
            if (usable(ours) && usable(theirs)) {
                RandomGenerator random = Draws.random(seed, features.get(i).name());
                compared.add(new FeatureComparison(features.get(i), SetDistances.of(ours, theirs, random)));
            }
        }
        return compared;
    }

    private static boolean usable(double[][] vectors) {
        return Arrays.stream(vectors).filter(vector -> Arrays.stream(vector).allMatch(Double::isFinite)).count() >= 2;
    }

    /// What lies clearly apart, furthest first: the near end of the distance's interval is at least a fifth of a standard
    /// deviation, so that of many metrics none stands out by chance.
    public List<MetricComparison> outstanding() {
        return metrics.stream().filter(one -> one.distance().interval().leastSize() >= 0.2)
                .sorted(Comparator.comparingDouble((MetricComparison one) -> -one.distance().interval().leastSize())).toList();
    }

    /// Metrics by which all pieces of both sets are the same.
    public List<Metric> same() {
        return metrics.stream().filter(MetricComparison::same).map(MetricComparison::metric).toList();
    }

    /// What the classifier found, as a sentence.
    public String toldApartSentence() {
        return Sentences.of(toldApart);
    }
}
