package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.originality.Match;
import dev.cadenza.evaluate.statistics.Interval;
import dev.cadenza.evaluate.statistics.Summary;
import dev.cadenza.evaluate.statistics.TwoSampleTest;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An evaluation for programs; its form is described in `docs/formats/evaluation-json.md`.
public final class EvaluationJson {

    private static final int VERSION = 1;

    private EvaluationJson() {
    }

    /// The whole of it. Numbers that are not known are `null`.
    public static ObjectNode of(Evaluation evaluation) {
        Comparison comparison = evaluation.comparison();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", "cadenza-evaluation").put("version", VERSION).put("seed", comparison.seed());
        ObjectNode takes = json.putObject("takes").put("name", evaluation.takesName()).put("pieces", comparison.takes());
        evaluation.takeNames().forEach(takes.putArray("names")::add);
        evaluation.refused().forEach(takes.putArray("refused")::add);
        json.putObject("corpus").put("name", evaluation.corpusName()).put("share", evaluation.share())
                .put("pieces", evaluation.corpusPieces()).put("compared", comparison.corpus()).put("excerpts", evaluation.excerpts())
                .put("excerptBars", evaluation.excerptBars());
        ArrayNode metrics = json.putArray("metrics");
        comparison.metrics().forEach(one -> metric(metrics.addObject(), one));
        ArrayNode unmeasured = json.putArray("unmeasured");
        comparison.unmeasured().forEach(metric -> unmeasured.add(metric.name()));
        ArrayNode features = json.putArray("features");
        comparison.features().forEach(one -> feature(features.addObject(), one));
        ObjectNode told = json.putObject("toldApart").put("sentence", comparison.toldApartSentence());
        comparison.toldApart().ifPresent(test -> test(told, test));
        ObjectNode frechet = json.putObject("frechetCadenza");
        number(frechet, "takesToCorpus", comparison.frechet());
        number(frechet, "halvesOfCorpus", comparison.frechetWithin());
        ArrayNode scapes = json.putArray("scapes");
        evaluation.scapes().forEach(one -> scapes.addObject().put("piece", one.piece()).put("fromSeconds", one.best().fromSeconds())
                .put("toSeconds", one.best().toSeconds()).put("fitness", one.best().fitness()));
        copies(json.putObject("originality"), evaluation.copies());
        return json;
    }

    private static void metric(ObjectNode node, MetricComparison one) {
        node.put("name", one.metric().name()).put("aspect", one.metric().aspect().name().toLowerCase(Locale.ROOT))
                .put("unit", one.metric().unit());
        summary(node.putObject("takes"), one.takes());
        interval(node.putObject("takesMean"), one.takesMean());
        summary(node.putObject("corpus"), one.corpus());
        ObjectNode distance = node.putObject("distance");
        number(distance, "value", one.distance().value());
        interval(distance, one.distance().interval());
        number(node, "overlapArea", one.overlapArea());
        node.put("outside", one.outside()).put("clear", one.clear()).put("sentence", one.sentence());
    }

    private static void feature(ObjectNode node, FeatureComparison one) {
        node.put("name", one.feature().name()).put("aspect", one.feature().aspect().name().toLowerCase(Locale.ROOT));
        summary(node.putObject("intraTakes"), one.distances().intra());
        summary(node.putObject("intraCorpus"), one.distances().otherIntra());
        summary(node.putObject("inter"), one.distances().inter());
        number(node, "divergence", one.distances().divergence());
        number(node, "overlapArea", one.distances().overlapArea());
    }

    private static void test(ObjectNode node, TwoSampleTest test) {
        number(node, "auc", test.auc());
        interval(node, test.interval());
        node.put("folds", test.folds());
    }

    private static void copies(ObjectNode node, Copies copies) {
        node.put("pieces", copies.pieces()).put("takes", copies.takes()).put("bandPieces", copies.band().pieces())
                .put("beyondBand", copies.copied().size()).put("sentence", copies.sentence());
        summary(node.putObject("longestVerbatimNotes"), copies.longest());
        ArrayNode copied = node.putArray("copied");
        for (Copies.Copied one : copies.copied()) {
            Match match = one.match();
            copied.addObject().put("take", one.take()).put("notes", match.notes()).put("verbatim", match.verbatim())
                    .put("firstBar", match.firstBar()).put("lastBar", match.lastBar()).put("piece", match.piece())
                    .put("pieceFirstBar", match.pieceFirstBar()).put("pieceLastBar", match.pieceLastBar())
                    .put("transposition", match.transposition());
        }
    }

    private static void summary(ObjectNode node, Summary summary) {
        node.put("n", summary.n());
        number(node, "mean", summary.mean());
        number(node, "spread", summary.spread());
        number(node, "q05", summary.low());
        number(node, "q25", summary.lowerQuartile());
        number(node, "median", summary.median());
        number(node, "q75", summary.upperQuartile());
        number(node, "q95", summary.high());
    }

    private static void interval(ObjectNode node, Interval interval) {
        number(node, "low", interval.low());
        number(node, "high", interval.high());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
