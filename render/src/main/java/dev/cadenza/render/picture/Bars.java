package dev.cadenza.render.picture;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// Where the bars of a score begin.
///
/// @param start in ticks
/// @param end in ticks; the next bar's start
/// @param beatTicks distance of its beats
record Bars(List<Bar> list, boolean complete) {

    record Bar(long start, long end, double beatTicks) {
    }

    /// The first bars of a score, at most `limit` of them.
    static Bars of(Score score, int limit) {
        List<Meter> meters = new ArrayList<>();
        meters.add(Meter.common());
        meters.addAll(score.meters());
        long end = Math.max(1, score.end());
        List<Bar> bars = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < meters.size() && at < end; i++) {
            Meter meter = meters.get(i);
            long until = i + 1 < meters.size() ? meters.get(i + 1).tick() : Long.MAX_VALUE;
            long length = Math.max(1, meter.barTicks(score.resolution()));
            double beat = 4.0 * score.resolution() / meter.denominator();
            while (at < Math.min(until, end)) {
                if (bars.size() == limit) {
                    return new Bars(List.copyOf(bars), false);
                }
                long next = until - at <= length ? until : at + length;
                bars.add(new Bar(at, next, beat));
                at = next;
            }
        }
        return new Bars(List.copyOf(bars), true);
    }
}
