package dev.cadenza.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Feature;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.metric.Metrics;
import dev.cadenza.evaluate.mgeval.MgevalFeatures;
import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.evaluate.statistics.Draws;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final List<Metric> METRICS = Metrics.all();
    private static final List<Feature> FEATURES = MgevalFeatures.all();

    private final List<Heard> corpus = Pieces.of(40, 14, Draws.random(1, "corpus"));

    private Comparison against(List<Heard> takes) {
        return Comparison.of(takes, corpus, METRICS, FEATURES, 7);
    }

    private static MetricComparison find(Comparison comparison, String name) {
        return comparison.metrics().stream().filter(one -> one.metric().name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void whatIsTheSameEverywhereIsSaidOnceAndNotShown() {
        Comparison comparison = against(Pieces.of(12, 5, Draws.random(2, "takes")));
        assertTrue(comparison.same().stream().anyMatch(metric -> metric.name().equals("qualified_notes")), comparison.same().toString());
        assertFalse(comparison.same().stream().anyMatch(metric -> metric.name().equals("n_pitches_used")));
        List<String> lines = EvaluationText.lines(comparison);
        assertTrue(lines.stream().noneMatch(line -> line.startsWith("  qualified_notes")), String.join("\n", lines));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("The same in all pieces of both: ") && line.contains("qualified_notes")));
        assertTrue(lines.contains("  " + find(comparison, "n_pitches_used").sentence()), String.join("\n", lines));
    }

    @Test
    void distancesStayReadable() {
        assertEquals("+0.42", EvaluationText.signed(0.42));
        assertEquals("-12", EvaluationText.signed(-12.3));
        assertEquals("> +99", EvaluationText.signed(12162.9));
        assertEquals("< -99", EvaluationText.signed(-1e9));
        assertEquals("always -", EvaluationText.signed(Double.NEGATIVE_INFINITY));
    }

    @Test
    void fewerPitchesAreFoundAndSaid() {
        Comparison comparison = against(Pieces.of(30, 5, Draws.random(2, "takes")));
        MetricComparison pitches = find(comparison, "n_pitches_used");
        assertTrue(pitches.distance().value() < -1 && pitches.clear() && pitches.outside() == 30, pitches.toString());
        assertTrue(pitches.sentence().matches("Your pieces use fewer different pitches than the corpus: [45]\\.\\d+ against"
                + " 1[0-4]\\.\\d pitches; 30 of 30 lie outside of what is usual there\\."), pitches.sentence());
        assertTrue(comparison.toldApart().orElseThrow().auc() > 0.95);
        assertTrue(comparison.toldApartSentence().contains("nearly always"), comparison.toldApartSentence());
        assertTrue(comparison.frechet() > 5 * comparison.frechetWithin(), comparison.frechet() + " " + comparison.frechetWithin());
        assertTrue(comparison.outstanding().contains(pitches));
    }

    @Test
    void moreOfTheSameIsNotFound() {
        Comparison comparison = against(Pieces.of(40, 14, Draws.random(3, "takes")));
        assertTrue(comparison.toldApart().orElseThrow().interval().holds(0.5), comparison.toldApart().toString());
        assertTrue(comparison.toldApartSentence().contains("guessing"));
        assertTrue(comparison.outstanding().size() <= 2, comparison.outstanding().toString());
        long quiet = comparison.metrics().stream().filter(one -> one.sentence().startsWith("No clear difference in ")).count();
        assertTrue(quiet >= comparison.metrics().size() * 3 / 4, quiet + " of " + comparison.metrics().size());
        assertTrue(comparison.frechet() < 3 * comparison.frechetWithin());
    }

    @Test
    void metricsAreRankedInsideTheirAspects() {
        List<MetricComparison> metrics = against(Pieces.of(12, 5, Draws.random(2, "takes"))).metrics();
        for (int i = 1; i < metrics.size(); i++) {
            MetricComparison before = metrics.get(i - 1);
            MetricComparison after = metrics.get(i);
            int aspects = before.metric().aspect().compareTo(after.metric().aspect());
            assertTrue(aspects < 0 || aspects == 0 && Math.abs(before.distance().value()) >= Math.abs(after.distance().value()));
        }
    }

    @Test
    void whatDoesNotApplyIsNamedAndLeftOut() {
        Comparison comparison = against(Pieces.of(2, 5, Draws.random(2, "takes")));
        assertTrue(comparison.unmeasured().stream().anyMatch(metric -> metric.name().equals("drum_pattern")));
        assertFalse(comparison.metrics().stream().anyMatch(one -> one.metric().name().equals("drum_pattern")));
        assertTrue(comparison.toldApart().isEmpty());
        assertTrue(comparison.toldApartSentence().contains("too few pieces"));
        assertEquals(FEATURES.size(), comparison.features().size());
    }

    @Test
    void threadsAndRunsDoNotMatter() {
        List<Heard> takes = Pieces.of(12, 8, Draws.random(2, "takes"));
        MeasuredSet one = MeasuredSet.of(takes, METRICS, FEATURES, 1, done -> { });
        MeasuredSet three = MeasuredSet.of(takes, METRICS, FEATURES, 3, done -> { });
        MeasuredSet other = MeasuredSet.of(corpus, METRICS, FEATURES, 2, done -> { });
        assertEquals(EvaluationText.lines(Comparison.of(one, other, METRICS, FEATURES, 3)),
                EvaluationText.lines(Comparison.of(three, other, METRICS, FEATURES, 3)));
    }

    @Test
    void everyMetricHasASentenceForMoreAndForLess() {
        for (Metric metric : METRICS) {
            double[] low = {0.1, 0.11, 0.12};
            double[] high = {0.5, 0.51, 0.52};
            String more = MetricComparison.of(metric, high, low, 1).sentence();
            String less = MetricComparison.of(metric, low, high, 1).sentence();
            assertTrue(more.startsWith("Your pieces ") && less.startsWith("Your pieces ") && !more.equals(less), more + " " + less);
            assertTrue(MetricComparison.of(metric, low, low, 1).sentence().startsWith("No clear difference in "));
        }
        Metric own = Metric.of("own", Aspect.SOUND, "Hz", "here", "How bright it sounds.", hearing -> 1);
        assertEquals("Your pieces lie higher than the corpus in how bright it sounds: 5.00 against 2.00 Hz; 2 of 2 lie outside of what is"
                + " usual there.", MetricComparison.of(own, new double[] {5, 5}, new double[] {2, 2}, 1).sentence());
    }

    @Test
    void copiesAreFound() {
        PassageIndex.Builder builder = PassageIndex.builder();
        corpus.forEach(piece -> builder.add(piece.name(), piece.score()));
        Copies copies = Copies.of(corpus.subList(3, 5), builder.build(), done -> { });
        assertEquals(2, copies.takes());
        assertTrue(copies.longest().median() > 20, copies.toString());
        assertTrue(copies.sentence().contains("cannot be told"), copies.sentence());
    }
}
