package dev.cadenza.evaluate.metric;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.theory.BarMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Syncopation after Longuet-Higgins and Lee, "The rhythmic interpretation of monophonic music" (1984), as Fitch and Rosenfeld
/// sum it up (2007): a note syncopates where a stronger place follows before the next note begins, and by as much as that place
/// is stronger.
final class Syncopation {

    private static final int SIXTEENTHS = 4;

    private final BarMap bars;
    private final int resolution;
    private final Map<Meter, int[]> known = new HashMap<>();

    private Syncopation(Hearing hearing) {
        bars = hearing.bars();
        resolution = hearing.score().resolution();
    }

    /// Where a note begins: its bar, and the sixteenth in it.
    private record Place(long bar, long sixteenth, boolean exact) {
    }

    /// Sum over the notes but the last, per bar in which one of them begins; NaN for fewer than two notes, and where bars have no
    /// sixteenths.
    static double perBar(Hearing hearing) {
        Syncopation syncopation = new Syncopation(hearing);
        List<Note> melody = hearing.melody();
        double sum = 0;
        long counted = 0;
        long last = -1;
        for (int i = 0; i + 1 < melody.size(); i++) {
            Place place = syncopation.place(melody.get(i));
            int[] weights = syncopation.weights(place.bar());
            if (weights.length > 0) {
                counted += place.bar() == last ? 0 : 1;
                last = place.bar();
                sum += place.exact() ? syncopation.of(place, syncopation.place(melody.get(i + 1)), weights) : 0;
            }
        }
        return Numbers.ratio(sum, counted);
    }

    private Place place(Note note) {
        long bar = bars.bar(note.onset());
        long within = note.onset() - bars.start(bar);
        long sixteenth = Numbers.steps(within, resolution, SIXTEENTHS);
        double away = Math.abs((double) within / resolution - (double) sixteenth / SIXTEENTHS);
        // What lies just before a bar line is meant to be on it.
        boolean next = sixteenth >= sixteenths(bar);
        return new Place(next ? bar + 1 : bar, next ? 0 : sixteenth, away <= RhythmMetrics.TOLERANCE);
    }

    /// How many sixteenths a bar holds, fewer than its metre says where another metre cuts it; 1 or more.
    private double sixteenths(long bar) {
        double held = (double) bars.length(bar) * SIXTEENTHS / resolution;
        return Math.max(1, Math.min(held, weights(bar).length));
    }

    private int[] weights(long bar) {
        Meter meter = bars.meter(bar);
        return known.computeIfAbsent(new Meter(0, meter.numerator(), meter.denominator()), Beats::weights);
    }

    /// By how much a note syncopates.
    private int of(Place place, Place next, int[] weights) {
        int own = weights[(int) place.sixteenth()];
        boolean later = next.bar() > place.bar();
        if (later && (next.bar() > place.bar() + 1 || next.sixteenth() > 0)) {
            return -own;
        }
        int strongest = own;
        double until = later ? sixteenths(place.bar()) : next.sixteenth();
        for (long i = place.sixteenth() + 1; i < until; i++) {
            strongest = Math.max(strongest, weights[(int) i]);
        }
        return strongest - own;
    }
}
