package dev.cadenza.score.structure;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.TempoMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Asks which beats of a performance begin bars: the music is moved to ticks in which every beat is a quarter note.
final class Downbeats {

    private static final int RESOLUTION = 48;

    private Downbeats() {
    }

    static Beats of(Score score, TempoMap tempos, List<Double> seconds) {
        if (seconds.size() < 2) {
            return new Beats(seconds, List.of(), Meter.common());
        }
        Score even = new Moved(tick -> ticks(seconds, tempos.seconds(tick))).of(new Score(RESOLUTION, List.of(), List.of(), List.of(),
                List.of(), List.of(), score.parts(), score.metadata()));
        MetreEstimate found = MetreFinder.onBeats(even);
        BarMap bars = BarMap.of(RESOLUTION, found.meters());
        List<Integer> downbeats = new ArrayList<>();
        for (int beat = 0; beat < seconds.size(); beat++) {
            if (bars.isBarStart((beat + 1L) * RESOLUTION)) {
                downbeats.add(beat);
            }
        }
        return new Beats(seconds, downbeats, found.meter());
    }

    /// The first beat is at the first quarter, so that what comes before it has room.
    private static long ticks(List<Double> seconds, double at) {
        int found = Collections.binarySearch(seconds, at);
        int beat = Math.clamp(found >= 0 ? found : -found - 2, 0, seconds.size() - 2);
        double length = seconds.get(beat + 1) - seconds.get(beat);
        double place = beat + 1 + Math.max(-1, (at - seconds.get(beat)) / length);
        // To the nearest quarter or third of a beat, whichever is nearer, as a player means it.
        double fourth = Math.round(place * 4) / 4.0;
        double third = Math.round(place * 3) / 3.0;
        double near = Math.abs(place - fourth) <= Math.abs(place - third) + 0.02 ? fourth : third;
        return Math.max(0, Math.round(Math.min(near, 1e12) * RESOLUTION));
    }
}
