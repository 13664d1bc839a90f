package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.statistics.Bootstrap;
import dev.cadenza.evaluate.statistics.Densities;
import dev.cadenza.evaluate.statistics.Draws;
import dev.cadenza.evaluate.statistics.Interval;
import dev.cadenza.evaluate.statistics.StandardDistance;
import dev.cadenza.evaluate.statistics.Summary;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Pieces and a corpus by one metric. What is usual is what lies between the corpus's 5 % and 95 % quantiles.
///
/// @param takes the pieces to which the metric applies
/// @param takesMean where their mean lies
/// @param distance of the takes from the corpus
/// @param overlapArea what the densities of both have in common, 0..1
/// @param outside how many takes lie outside of what is usual
public record MetricComparison(Metric metric, Summary takes, Interval takesMean, Summary corpus, StandardDistance distance,
        double overlapArea, int outside) {

    static MetricComparison of(Metric metric, double[] takes, double[] corpus, long seed) {
        RandomGenerator random = Draws.random(seed, metric.name());
        double[] ours = Summary.finite(takes);
        Summary usual = Summary.of(corpus);
        int outside = (int) Arrays.stream(ours).filter(value -> value < usual.low() - slack(usual) || value > usual.high() + slack(usual))
                .count();
        return new MetricComparison(metric, Summary.of(ours), Bootstrap.USUAL.mean(ours, random), usual,
                StandardDistance.of(ours, corpus, Bootstrap.USUAL, random),
                Densities.of(ours, Summary.finite(corpus)).overlapArea(), outside);
    }

    /// Quantiles that were found by interpolation are not exactly the values they lie on.
    private static double slack(Summary usual) {
        return 1e-9 * Math.max(Math.abs(usual.low()), Math.abs(usual.high()));
    }

    /// Whether the takes lie higher or lower with 95 % confidence.
    public boolean clear() {
        return !distance.interval().holds(0);
    }

    /// Whether all pieces of both sets have the same number, but for what rounding adds.
    public boolean same() {
        double slack = 1e-9 * Math.max(1, Math.abs(corpus.mean()));
        return takes.spread() <= slack && corpus.spread() <= slack && Math.abs(takes.mean() - corpus.mean()) <= slack;
    }

    /// What that means, as a sentence for a musician.
    public String sentence() {
        return Sentences.of(this);
    }
}
