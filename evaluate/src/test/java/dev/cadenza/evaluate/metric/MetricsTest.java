package dev.cadenza.evaluate.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void namesAreUniqueAndSayWhatTheyShould() {
        Set<String> seen = new HashSet<>();
        for (Metric metric : Metrics.all()) {
            assertTrue(metric.name().matches("[a-z][a-z0-9_]*"), metric.name());
            assertTrue(seen.add(metric.name()), metric.name());
            assertEquals(metric, Metrics.named(metric.name()).orElseThrow());
        }
        assertTrue(Metrics.named("beauty").isEmpty());
    }

    @Test
    void meaningsAreOneSentence() {
        for (Metric metric : Metrics.all()) {
            assertTrue(metric.meaning().matches("[A-Z][^.!?;\n]*\\."), metric.name() + ": " + metric.meaning());
            assertFalse(metric.source().isBlank(), metric.name());
        }
    }

    @Test
    void everyMetricIsDefinedInTheReference() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "reference", "metrics.md"));
        for (Metric metric : Metrics.all()) {
            assertTrue(page.contains("`" + metric.name() + "`"), metric.name() + " is missing on the page");
        }
    }
}
