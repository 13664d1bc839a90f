package dev.cadenza.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.metric.Metrics;
import dev.cadenza.evaluate.mgeval.MgevalFeatures;
import dev.cadenza.evaluate.originality.PassageIndex;
import dev.cadenza.evaluate.statistics.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationPageTest {

    private final List<Heard> corpus = Pieces.of(20, 14, Draws.random(1, "corpus"));
    private final List<Heard> takes = Pieces.of(12, 5, Draws.random(2, "takes"));

    private Evaluation evaluation(String name) {
        PassageIndex.Builder builder = PassageIndex.builder();
        corpus.forEach(piece -> builder.add(piece.name(), piece.score()));
        MeasuredSet measured = MeasuredSet.of(takes, Metrics.all(), List.of(), 1, done -> { });
        return new Evaluation(name, "tunes", 900, "valid", 8, 3, takes.stream().map(Heard::name).toList(), List.of("bad.mid"),
                Comparison.of(takes, corpus, Metrics.all(), MgevalFeatures.all(), 5), Copies.of(takes, builder.build(), done -> { }),
                Scape.ofTypical(takes, measured, Metrics.all()).stream().toList());
    }

    @Test
    void theScapeIsOfThePieceInTheMiddleAndMarksItsFittestPassage() {
        List<Heard> three = List.of(corpus.get(0), corpus.get(1), corpus.get(2));
        List<Metric> metrics = Metrics.all();
        Scape found = Scape.ofTypical(three, MeasuredSet.of(three, metrics, List.of(), 2, done -> { }), metrics).orElseThrow();
        Metric recurs = metrics.stream().filter(metric -> metric.name().equals("structureness_mid")).findFirst().orElseThrow();
        double[] values = three.stream().mapToDouble(piece -> recurs.of(Hearing.of(piece.score()))).toArray();
        double middle = Arrays.stream(values).sorted().toArray()[1];
        assertEquals(middle, values[three.stream().map(Heard::name).toList().indexOf(found.piece())]);
        Scape.Passage best = found.best();
        assertEquals(Arrays.stream(found.fitness().fitness()).skip((long) Math.ceil(3 / found.fitness().secondsPerFrame()) - 1)
                .flatMapToDouble(Arrays::stream).max().orElseThrow(), best.fitness());
        assertTrue(best.fromSeconds() >= 0 && best.toSeconds() >= best.fromSeconds() + 3 && best.toSeconds()
                <= found.fitness().frames() * found.fitness().secondsPerFrame() + 1e-9, best.toString());
        assertEquals(Optional.empty(), Scape.ofTypical(List.of(), MeasuredSet.of(List.of(), metrics, List.of(), 1, done -> { }), metrics));
    }

    @Test
    void thePageStandsOnItsOwnAndTextIsText() {
        String page = EvaluationPage.html(evaluation("<script>x</script>"));
        assertFalse(page.contains("<script") || page.contains("src=") || page.contains("NaN"), page);
        assertTrue(page.contains("What stands out") && page.contains("Your pieces use fewer different pitches"), page);
        assertTrue(page.contains("20 pieces, drawn from 900, of tunes (part valid)"), page);
        assertTrue(page.contains("bad.mid") && page.contains("class=\"whisker\""), page);
        assertTrue(page.contains("Fitness scape plot of ") && page.contains("fill-opacity=\"0."), page);
        assertEquals(page.split("<details>", -1).length, page.split("</details>", -1).length);
    }

    @Test
    void jsonHoldsEveryNumberOrNull() {
        JsonNode json = JsonMapper.shared().readTree(EvaluationJson.of(evaluation("mine")).toString());
        assertEquals(1, json.get("version").asInt());
        assertEquals(12, json.at("/takes/pieces").asInt());
        assertEquals(20, json.at("/corpus/compared").asInt());
        assertTrue(json.at("/toldApart/auc").asDouble() > 0.8);
        assertTrue(json.get("metrics").size() > 25 && json.get("features").size() == 12);
        for (JsonNode metric : json.get("metrics")) {
            assertTrue(metric.at("/takesMean/low").asDouble() <= metric.at("/takes/mean").asDouble() + 1e-9, metric.toString());
            assertTrue(metric.at("/corpus/q05").asDouble() <= metric.at("/corpus/q95").asDouble(), metric.toString());
        }
        assertEquals(12, json.at("/originality/takes").asInt());
        assertEquals(1, json.get("scapes").size());
        assertTrue(json.at("/scapes/0/fitness").asDouble() > 0);
    }

    @Test
    void equalInputGivesEqualBytes() {
        assertEquals(EvaluationPage.html(evaluation("mine")), EvaluationPage.html(evaluation("mine")));
        assertEquals(EvaluationJson.of(evaluation("mine")).toString(), EvaluationJson.of(evaluation("mine")).toString());
    }
}
