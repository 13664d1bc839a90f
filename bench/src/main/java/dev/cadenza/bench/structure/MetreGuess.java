package dev.cadenza.bench.structure;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// A metre, and where bars begin.
///
/// @param downbeats ticks, ascending, up to the end of the piece
record MetreGuess(Meter meter, List<Long> downbeats) {

    /// Bars of one length from a tick on.
    static MetreGuess steady(Meter meter, long phase, Score score) {
        long bar = Math.max(1, meter.barTicks(score.resolution()));
        List<Long> downbeats = new ArrayList<>();
        for (long at = Math.floorMod(phase, bar); at < score.end() && downbeats.size() < 200_000; at += bar) {
            downbeats.add(at);
        }
        return new MetreGuess(meter, downbeats);
    }
}
