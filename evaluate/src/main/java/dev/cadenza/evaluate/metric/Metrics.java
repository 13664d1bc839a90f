package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Metric;
import dev.cadenza.evaluate.structure.StructureMetrics;
import dev.cadenza.evaluate.voices.VoiceMetrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All metrics there are.
public final class Metrics {

    private static final List<Metric> ALL = Stream.of(MusPy.all(), MuseGan.all(), ChordMetrics.all(), MelodyMetrics.all(),
            RhythmMetrics.all(), ExpressionMetrics.all(), VoiceMetrics.all(), StructureMetrics.all()).flatMap(List::stream).toList();
    private static final Map<String, Metric> BY_NAME = ALL.stream().collect(Collectors.toMap(Metric::name, Function.identity()));

    private Metrics() {
    }

    /// Every metric, always in the same order.
    public static List<Metric> all() {
        return ALL;
    }

    /// The metric of this name; empty where there is none.
    public static Optional<Metric> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
