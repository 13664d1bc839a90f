package dev.cadenza.evaluate.report;

import dev.cadenza.corpus.page.Chart;
import dev.cadenza.corpus.page.Chart.Range.Number;
import dev.cadenza.corpus.page.Page;
import dev.cadenza.corpus.page.Page.Figure;
import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.statistics.Summary;
import dev.cadenza.evaluate.statistics.TwoSampleTest;
import dev.cadenza.evaluate.structure.FitnessScape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An evaluation as one page: what stands out, then aspect by aspect, then the sets as wholes.
public final class EvaluationPage {

    private static final int STANDING_OUT = 6;
    private static final int SHOWN = 4;
    private static final int COPIES = 20;

    private final Evaluation evaluation;
    private final Comparison comparison;
    private final Page page;

    private EvaluationPage(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.comparison = evaluation.comparison();
        this.page = new Page(evaluation.takesName() + " beside " + evaluation.corpusName(), evaluation.scope());
    }

    /// The page as HTML.
    public static String html(Evaluation evaluation) {
        EvaluationPage page = new EvaluationPage(evaluation);
        page.summary();
        for (Aspect aspect : Aspect.values()) {
            page.aspect(aspect);
        }
        page.copies();
        page.wholes();
        page.definitions();
        return page.page.html("Made by Cadenza with seed " + page.comparison.seed() + ".");
    }

    private void summary() {
        List<Figure> figures = new ArrayList<>(List.of(new Figure("your pieces", String.valueOf(comparison.takes())),
                new Figure("pieces of the corpus", String.valueOf(comparison.corpus()))));
        comparison.toldApart().ifPresent(test -> figures.add(new Figure("told apart (.5 is guessing)", format("%.2f", test.auc()))));
        if (evaluation.copies().band().pieces() > 0) {
            figures.add(new Figure("repeat the corpus", format("%d of %d", evaluation.copies().copied().size(), comparison.takes())));
        }
        List<MetricComparison> outstanding = comparison.outstanding();
        List<String> sentences = Stream.of(Stream.of(comparison.toldApartSentence()),
                outstanding.stream().limit(STANDING_OUT).map(MetricComparison::sentence).map(EvaluationPage::unbroken),
                outstanding.isEmpty() ? Stream.of("No single number lies clearly apart from the corpus.") : Stream.<String>empty(),
                Stream.of(evaluation.copies().sentence())).flatMap(one -> one).toList();
        page.figures(figures).heading("What stands out").list(sentences);
        if (!evaluation.refused().isEmpty()) {
            page.folded("Files that could not be read: " + evaluation.refused().size(), inside -> inside.list(evaluation.refused()));
        }
        page.folded("How to read the pictures", inside -> inside.paragraph("The wide band is what is usual in the corpus: nine of ten of its"
                + " pieces lie in it, one of twenty below and one above; the darker band holds the middle half, the line is the median."
                + " The dot is the mean of your pieces, with the range in which it lies with 95 % confidence. Different is not worse:"
                + " hardly any of these numbers is better the higher it is."));
    }

    private void aspect(Aspect aspect) {
        List<MetricComparison> all = comparison.metrics().stream().filter(one -> one.metric().aspect() == aspect && !one.same())
                .toList();
        List<Metric> same = comparison.same().stream().filter(metric -> metric.aspect() == aspect).toList();
        if (all.isEmpty() && same.isEmpty()) {
            return;
        }
        page.heading(EvaluationText.name(aspect));
        all.stream().limit(SHOWN).forEach(this::metric);
        if (aspect == Aspect.STRUCTURE) {
            scapes();
        }
        if (all.size() > SHOWN) {
            page.folded((all.size() - SHOWN) + " more, closer to the corpus", inside -> all.stream().skip(SHOWN).forEach(this::metric));
        }
        if (!same.isEmpty()) {
            page.paragraph("The same in all pieces of both: " + same.stream().map(Amounts::title).map(title -> title.toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ")) + ".");
        }
    }

    private void scapes() {
        if (evaluation.scapes().isEmpty()) {
            return;
        }
        page.paragraph("What recurs, in one piece from the middle of each set (fitness scape plot). Every passage is a point over its middle,"
                + " the higher the longer it is, the darker the better the piece can be explained by repeating it; the mark below is the best"
                + " passage of 3 s or more. Dark peaks high up are long passages that come again. Shades mean the same in all pictures.");
        double darkest = evaluation.scapes().stream().mapToDouble(scape -> scape.fitness().highest(0, Double.POSITIVE_INFINITY)).max()
                .orElse(1);
        for (Scape scape : evaluation.scapes()) {
            FitnessScape fitness = scape.fitness();
            Scape.Passage best = scape.best();
            String passage = "best passage: " + time(best.fromSeconds()) + " to " + time(best.toSeconds()) + ", fitness "
                    + format("%.2f", best.fitness());
            page.chart(new Chart.Triangle("Fitness scape plot of " + scape.piece() + "; " + passage, shades(fitness, darkest),
                    List.of("0:00", time(fitness.frames() * fitness.secondsPerFrame())),
                    new Chart.Triangle.Stretch(scape.segment().from(), scape.segment().frames(), passage)));
        }
    }

    private static double[][] shades(FitnessScape fitness, double darkest) {
        return Arrays.stream(fitness.fitness()).map(row -> Arrays.stream(row).map(value -> darkest == 0 ? 0 : value / darkest).toArray())
                .toArray(double[][]::new);
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        return format("%d:%02d", whole / 60, whole % 60);
    }

    private void metric(MetricComparison one) {
        Metric metric = one.metric();
        Summary corpus = one.corpus();
        page.chart(new Chart.Range(Amounts.title(metric),
                Stream.of(corpus.low(), corpus.lowerQuartile(), corpus.median(), corpus.upperQuartile(), corpus.high())
                        .map(value -> number(metric, value)).toList(),
                Stream.of(one.takesMean().low(), one.takes().mean(), one.takesMean().high()).map(value -> number(metric, value)).toList()));
        page.paragraph(unbroken(one.sentence()));
    }

    /// A sign of percent stays with its number.
    private static String unbroken(String sentence) {
        return sentence.replace(" %", "\u00a0%");
    }

    private static Number number(Metric metric, double value) {
        return new Number(value, Amounts.number(metric, value));
    }

    private void copies() {
        Copies copies = evaluation.copies();
        page.heading("Originality").paragraph(copies.sentence());
        if (!copies.copied().isEmpty()) {
            page.folded("The pieces that repeat most", List.of("Piece", "What it repeats"), copies.copied().stream().limit(COPIES)
                    .map(one -> List.of(one.take(), one.match().sentence())).toList());
        }
    }

    private void wholes() {
        page.heading("The sets as wholes").paragraph(comparison.toldApartSentence());
        if (comparison.toldApart().map(TwoSampleTest::auc).orElse(0.0) > 0.9) {
            page.paragraph("Such a figure does not say how large the differences are to the ear: a single odd habit is enough.");
        }
        if (Double.isFinite(comparison.frechet())) {
            page.paragraph("The Fr\u00e9chet distance over all these numbers (frechet_cadenza) is " + Amounts.digits(comparison.frechet())
                    + (Double.isFinite(comparison.frechetWithin()) ? "; between two halves of the corpus it is "
                            + Amounts.digits(comparison.frechetWithin()) : "") + ".");
        }
        if (!comparison.features().isEmpty()) {
            page.folded("Distances between pieces (MGEval)", inside -> inside.paragraph("How far pieces lie from each other inside your"
                    + " set, inside the corpus, and between both. Where the overlap is 1 and the divergence 0, your pieces differ from each"
                    + " other as they differ from the corpus.").table(
                            List.of("Feature", "Yours", "Corpus", "Between", "Divergence", "Overlap"),
                            comparison.features().stream().map(EvaluationPage::row).toList()));
        }
    }

    private static List<String> row(FeatureComparison one) {
        return List.of(one.feature().name().replace('_', ' '), Amounts.digits(one.distances().intra().mean()),
                Amounts.digits(one.distances().otherIntra().mean()), Amounts.digits(one.distances().inter().mean()),
                format("%.2f", one.distances().divergence()), format("%.2f", one.distances().overlapArea()));
    }

    private void definitions() {
        page.heading("Numbers and definitions").folded("All numbers", List.of("Metric", "Yours", "Corpus", "Usual", "Distance",
                "95 % interval", "Overlap", "Outside"), comparison.metrics().stream().map(EvaluationPage::numbers).toList());
        page.folded("What each metric says", List.of("Metric", "What it says", "Source"), comparison.metrics().stream()
                .map(MetricComparison::metric).map(metric -> List.of(Amounts.title(metric) + unit(metric), metric.meaning(), metric.source()))
                .toList());
        if (!comparison.unmeasured().isEmpty()) {
            page.folded("Metrics that do not apply here", inside -> inside.list(comparison.unmeasured().stream()
                    .map(metric -> Amounts.title(metric) + ": " + metric.meaning()).toList()));
        }
        page.folded("How sets are compared", inside -> inside.list(List.of(
                "Distance: the difference of the means in standard deviations (Cohen's d); its interval comes from drawing both sets a"
                        + " thousand times again (bootstrap).",
                "Overlap: the area that the densities of both sets have in common; 1 where they are equal.",
                "Outside: how many of your pieces lie outside of what is usual in the corpus; of the corpus itself a tenth does.",
                "Told apart (AUC): how often a classifier, which has learnt from other pieces of both sets, finds which of two pieces is"
                        + " yours; .5 is guessing, 1 is always (Lopez-Paz and Oquab 2017). It sees the numbers of this page and of the features of MGEval;"
                        + " of expression only what varies in both sets, since files without dynamics tell of the files, not of the"
                        + " music.",
                "Fr\u00e9chet distance: how far two normal distributions over the metrics of this page lie apart. It compares with other"
                        + " figures of the same name alone.")));
    }

    private static List<String> numbers(MetricComparison one) {
        Metric metric = one.metric();
        return List.of(Amounts.title(metric), Amounts.number(metric, one.takes().mean()), Amounts.number(metric, one.corpus().mean()),
                Amounts.number(metric, one.corpus().low()) + " to " + Amounts.number(metric, one.corpus().high()),
                EvaluationText.signed(one.distance().value()), EvaluationText.signed(one.distance().interval().low()) + " to "
                        + EvaluationText.signed(one.distance().interval().high()),
                format("%.2f", one.overlapArea()), one.outside() + " of " + one.takes().n());
    }

    private static String unit(Metric metric) {
        return metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")";
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
