package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Aspect;
import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.Metric;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// The metrics of MuseGAN over a whole piece: the mean of its tracks. [TrackMetrics] has them track by track.
public final class MuseGan {

    private static final String SOURCE = "MuseGAN (Dong et al. 2018)";

    /// So many tracks are compared with each other at most.
    private static final int MOST_PAIRED = 16;

    private MuseGan() {
    }

    /// All five.
    public static List<Metric> all() {
        return List.of(
                Metric.of("empty_bars", Aspect.STRUCTURE, "%", SOURCE, "In how many bars a part is silent, on average.",
                        hearing -> mean(hearing, part -> true, TrackMetrics::emptyBars)),
                Metric.of("used_pitch_classes", Aspect.HARMONY, "pitch classes a bar", SOURCE,
                        "How many of the twelve pitch classes a part plays in a bar.",
                        hearing -> mean(hearing, part -> !part.instrument().drums(), TrackMetrics::usedPitchClasses)),
                Metric.of("qualified_notes", Aspect.RHYTHM, "%", SOURCE,
                        "How many notes last at least a 32nd note and are no mere fragments.",
                        hearing -> mean(hearing, part -> !part.instrument().drums(), TrackMetrics::qualifiedNotes)),
                Metric.of("drum_pattern", Aspect.RHYTHM, "%", SOURCE, "How many drum notes fall in a pattern of sixteenths.",
                        hearing -> mean(hearing, part -> part.instrument().drums(), TrackMetrics::drumPattern)),
                Metric.of("tonal_distance", Aspect.HARMONY, "", SOURCE,
                        "How far the harmonies of the parts lie from each other, quarter note by quarter note.",
                        MuseGan::tonalDistance));
    }

    private static double mean(Hearing hearing, Predicate<Part> wanted, ToDoubleFunction<TrackMetrics> value) {
        Score score = hearing.score();
        return score.parts().stream().filter(part -> !part.notes().isEmpty()).filter(wanted)
                .map(part -> TrackMetrics.of(score, part, hearing.barCount())).mapToDouble(value)
                .filter(number -> !Double.isNaN(number)).average().orElse(Double.NaN);
    }

    private static double tonalDistance(Hearing hearing) {
        List<Sounding> tracks = hearing.score().parts().stream()
                .filter(part -> !part.instrument().drums() && !part.notes().isEmpty()).limit(MOST_PAIRED)
                .map(part -> Sounding.of(part.notes())).toList();
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < tracks.size(); i++) {
            for (int j = i + 1; j < tracks.size(); j++) {
                double distance = TrackMetrics.tonalDistance(hearing.score().resolution(), tracks.get(i), tracks.get(j));
                if (!Double.isNaN(distance)) {
                    sum += distance;
                    pairs++;
                }
            }
        }
        return Numbers.ratio(sum, pairs);
    }
}
