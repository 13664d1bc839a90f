package dev.cadenza.score.notation;

import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// One bar.
///
/// @param index from 0
/// @param start in units
/// @param length in units; shorter than the metre says where a new metre cuts in
record Measure(int index, long start, long length, Meter meter) {

    static final int MAX_MEASURES = 20_000;

    long end() {
        return start + length;
    }

    /// The bars of a score up to its last note; at least one.
    static List<Measure> of(Score score, Grid grid) {
        List<Meter> meters = new ArrayList<>();
        meters.add(Meter.common());
        meters.addAll(score.meters());
        long end = Math.max(1, grid.unit(score.end()));
        if (!(grid.exact(score.end()) < (double) Long.MAX_VALUE / 4)) {
            throw tooLong();
        }
        TreeSet<Long> cuts = new TreeSet<>();
        score.repeats().forEach(sign -> cuts.add(Math.round(grid.exact(sign.tick()) / grid.shortest()) * grid.shortest()));
        List<Measure> measures = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < meters.size() && at < end; i++) {
            Meter meter = meters.get(i);
            long until = i + 1 < meters.size() ? snapped(meters.get(i + 1), grid) : Long.MAX_VALUE;
            long bar = grid.barUnits(meter);
            long from = at;
            while (at < Math.min(until, end)) {
                if (measures.size() == MAX_MEASURES) {
                    throw tooLong();
                }
                // A repeat sign may stand inside a bar, which is then written in two.
                long left = bar - (at - from) % bar;
                Long cut = cuts.higher(at);
                long length = Math.min(Math.min(left, until - at), cut == null ? Long.MAX_VALUE : cut - at);
                measures.add(new Measure(measures.size(), at, length, meter));
                at += length;
            }
        }
        return List.copyOf(measures);
    }

    /// A bar line can only be where a written value can end.
    private static long snapped(Meter meter, Grid grid) {
        return Math.round(grid.exact(meter.tick()) / grid.shortest()) * grid.shortest();
    }

    private static RequestException tooLong() {
        return new RequestException("", "TOO_MANY_BARS", "the score has over " + MAX_MEASURES
                + " bars, too many to write out.", "Cut it into pieces.");
    }

    /// The bar in which a unit lies; the last one for units beyond it.
    static Measure at(List<Measure> measures, long unit) {
        int low = 0;
        int high = measures.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (measures.get(middle).start() <= unit) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return measures.get(low);
    }
}
