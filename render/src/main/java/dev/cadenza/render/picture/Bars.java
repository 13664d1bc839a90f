package dev.cadenza.render.picture;

import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
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
        BarMap map = BarMap.of(score);
        long count = map.bars(Math.max(1, score.end()));
        List<Bar> bars = new ArrayList<>();
        for (long bar = 0; bar < Math.min(count, limit); bar++) {
            double beat = 4.0 * score.resolution() / map.meter(bar).denominator();
            bars.add(new Bar(map.start(bar), map.start(bar) + Math.max(1, map.length(bar)), beat));
        }
        return new Bars(List.copyOf(bars), count <= limit);
    }
}
