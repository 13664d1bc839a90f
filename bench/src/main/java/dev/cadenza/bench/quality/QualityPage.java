package dev.cadenza.bench.quality;

import dev.cadenza.bench.voices.LeadingRow;
import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.metric.Metrics;
import dev.cadenza.evaluate.mgeval.MgevalFeatures;
import dev.cadenza.evaluate.originality.Originality;
import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.evaluate.report.Comparison;
import dev.cadenza.evaluate.report.MeasuredSet;
import dev.cadenza.evaluate.voices.ChoraleCopies;
import dev.cadenza.evaluate.voices.FourParts;
import dev.cadenza.score.AtomicFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes the part of `docs/reference/quality.md` that one style makes: makers beside each other, and human music.
///
/// `QualityPage TITLE MODEL TAKES OUT`: a heading, the folder of the shipped model, the folder [Takes] has made, and the file.
public final class QualityPage {

    private static final List<Aspect> ASPECTS = List.of(Aspect.STRUCTURE, Aspect.HARMONY, Aspect.MELODY, Aspect.RHYTHM);
    private static final long SEED = 1;

    private final List<Metric> metrics;
    private final Maker train;
    private final List<Maker> makers;
    private final PassageIndex index;
    private final StringBuilder out = new StringBuilder();

    private QualityPage(Path model, Path takes) {
        this.metrics = Metrics.all().stream().filter(metric -> ASPECTS.contains(metric.aspect())).toList();
        this.train = Maker.of("training part", takes.resolve("train"), metrics);
        this.makers = List.of(Maker.of("human, held out", takes.resolve("human"), metrics),
                Maker.of("shipped, as composed", takes.resolve("shipped"), metrics),
                Maker.of("shipped, sampled freely", takes.resolve("shipped-free"), metrics),
                Maker.of("article's LSTM", takes.resolve("article"), metrics),
                Maker.of("5-gram", takes.resolve("ngram"), metrics));
        this.index = PassageIndex.read(model.resolve(PassageIndex.FILE));
    }

    public static void main(String[] args) {
        QualityPage page = new QualityPage(Path.of(args[1]), Path.of(args[2]));
        page.out.append("## ").append(args[0]).append("\n\n");
        page.summary();
        page.voiceLeading();
        page.details();
        AtomicFiles.write(Path.of(args[3]), page.out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void summary() {
        row("", makers.stream().map(Maker::name).toList());
        rule(makers.size());
        row("pieces", makers.stream().map(maker -> String.valueOf(maker.pieces().size())).toList());
        List<Comparison> whole = makers.stream().map(maker -> compared(maker.measured())).toList();
        for (Aspect aspect : ASPECTS) {
            row("distance, " + aspect.name().toLowerCase(Locale.ROOT), whole.stream().map(one -> number(distance(one, aspect), 2)).toList());
        }
        row("told from the training part (AUC)", whole.stream().map(QualityPage::told).toList());
        int fewest = makers.stream().mapToInt(maker -> maker.pieces().size()).min().orElseThrow();
        List<Comparison> few = makers.stream().map(maker -> compared(maker.first(fewest))).toList();
        row("the same with " + fewest + " pieces of each", few.stream().map(QualityPage::told).toList());
        row("`frechet_cadenza` with " + fewest + " pieces of each (halves of the training part: "
                + number(few.getFirst().frechetWithin(), 1) + ")", few.stream().map(one -> number(one.frechet(), 1)).toList());
        List<List<Originality>> found = makers.stream().map(this::originality).toList();
        row("repeats beyond the human band, % of pieces", found.stream().map(all -> number(100.0 * all.stream()
                .filter(one -> !one.copies().isEmpty()).count() / all.size(), 1)).toList());
        row("longest verbatim match, notes: median", found.stream().map(all -> verbatim(all, 0.5)).toList());
        row("the same: 95 %", found.stream().map(all -> verbatim(all, 0.95)).toList());
        row("the same: longest", found.stream().map(all -> verbatim(all, 1)).toList());
        out.append('\n');
    }

    private Comparison compared(MeasuredSet pieces) {
        return Comparison.of(pieces, train.measured(), metrics, MgevalFeatures.all(), SEED);
    }

    private static String told(Comparison comparison) {
        return comparison.toldApart().map(test -> number(test.auc(), 2) + " (" + number(test.interval().low(), 2) + "-"
                + number(test.interval().high(), 2) + ")").orElse("-");
    }

    private List<Originality> originality(Maker maker) {
        return maker.pieces().parallelStream().map(index::matches).toList();
    }

    private static String verbatim(List<Originality> all, double share) {
        int[] notes = all.stream().mapToInt(one -> one.longestVerbatim().map(match -> match.notes()).orElse(0)).sorted().toArray();
        return String.valueOf(notes[(int) Math.round(share * (notes.length - 1))]);
    }

    /// The mean size of Cohen's d over the metrics of an aspect.
    private static double distance(Comparison comparison, Aspect aspect) {
        return comparison.metrics().stream().filter(one -> one.metric().aspect() == aspect)
                .mapToDouble(one -> Math.abs(one.distance().value())).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    private void voiceLeading() {
        List<FourParts> learnt = voices(train);
        if (learnt.isEmpty()) {
            return;
        }
        ChoraleCopies copies = ChoraleCopies.of(learnt);
        row("Voice leading", LeadingRow.HEAD);
        rule(LeadingRow.HEAD.size());
        leading("training part", learnt, Optional.empty());
        makers.forEach(maker -> leading(maker.name(), voices(maker), Optional.of(copies)));
        out.append('\n');
    }

    private static List<FourParts> voices(Maker maker) {
        return maker.pieces().stream().map(FourParts::of).flatMap(Optional::stream).toList();
    }

    private void leading(String name, List<FourParts> pieces, Optional<ChoraleCopies> copies) {
        row(name, LeadingRow.of(pieces, copies));
    }

    private void details() {
        row("metric", Stream.concat(Stream.of("usual (5-95 % of the training part)"),
                makers.stream().map(Maker::name)).toList());
        rule(makers.size() + 1);
        for (Metric metric : metrics) {
            String name = metric.name();
            if (train.sorted(name).length < train.pieces().size() / 2) {
                continue;
            }
            double low = rounded(train.quantile(name, 0.05));
            double high = rounded(train.quantile(name, 0.95));
            row("`" + name + "`", Stream.concat(Stream.of(number(low, 2) + " to " + number(high, 2)), makers.stream()
                    .map(maker -> rounded(maker.mean(name))).map(mean -> number(mean, 2) + (mean < low || mean > high ? " *" : ""))).toList());
        }
        out.append('\n');
    }

    /// As it is printed.
    private static double rounded(double value) {
        return Math.rint(value * 100) / 100;
    }

    private void row(String head, List<String> cells) {
        out.append("| ").append(head).append(" | ").append(String.join(" | ", cells)).append(" |\n");
    }

    private void rule(int cells) {
        out.append("|---".repeat(cells + 1)).append("|\n");
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
