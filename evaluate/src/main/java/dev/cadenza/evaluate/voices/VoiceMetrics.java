package dev.cadenza.evaluate.voices;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// How four voices move, piece by piece. They apply to pieces with four parts of single notes.
public final class VoiceMetrics {

    private static final String SOURCE = "four-part writing as taught since Fux (1725); counted as VoiceLeading says";

    private VoiceMetrics() {
    }

    /// All seven.
    public static List<Metric> all() {
        return List.of(
                metric("parallel_fifths", "per 100 events", "How often two voices move in parallel fifths, which Bach avoids.",
                        VoiceLeading::parallelFifthsPer100),
                metric("parallel_octaves", "per 100 events", "How often two voices move in parallel octaves or unisons, which Bach avoids.",
                        VoiceLeading::parallelOctavesPer100),
                metric("direct_fifths_and_octaves", "per 100 events",
                        "How often soprano and bass leap in the same direction into a fifth or an octave.", VoiceLeading::directsPer100),
                metric("voice_crossings", "%", "How often a voice sings below its lower neighbour.", VoiceLeading::crossingPercent),
                metric("wide_spacings", "%", "How often upper voices lie more than an octave apart.", VoiceLeading::wideSpacingPercent),
                metric("awkward_leaps", "per 100 moves", "How often a voice leaps by a tritone, a seventh, or more than an octave.",
                        VoiceLeading::leapsPer100),
                metric("voice_events", "events a quarter note", "How often any of the voices changes.",
                        leading -> 4.0 * leading.events() / leading.steps()));
    }

    private static Metric metric(String name, String unit, String meaning, ToDoubleFunction<VoiceLeading> value) {
        return Metric.of(name, Aspect.HARMONY, unit, SOURCE, meaning,
                hearing -> counted(hearing).map(leading -> value.applyAsDouble(leading)).orElse(Double.NaN));
    }

    private static Optional<VoiceLeading> counted(Hearing hearing) {
        return hearing.derived(Counted.class, heard -> new Counted(FourParts.of(heard.score()).map(VoiceLeading::of))).leading();
    }

    private record Counted(Optional<VoiceLeading> leading) {
    }
}
