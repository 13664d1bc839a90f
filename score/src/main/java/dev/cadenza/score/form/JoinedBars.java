package dev.cadenza.score.form;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import dev.cadenza.score.theory.WrittenBars;
import java.util.ArrayList;
import java.util.List;

/// The bars of stretches of a score that were joined.
final class JoinedBars {

    private static final int MOST_BARS = 200_000;

    private JoinedBars() {
    }

    /// The metres that put a bar line wherever there was one; two halves of a bar that meet at a join become one.
    static List<Meter> meters(Score score, Placing placing) {
        BarMap map = BarMap.of(score);
        long end = PlayOrder.end(score);
        List<WrittenBars.Bar> bars = new ArrayList<>();
        for (Placing.Placed one : placing.placed()) {
            long to = Math.min(one.to(), Math.max(end, one.from()));
            boolean goesOn = !one.jumps() && !map.isBarStart(one.from());
            for (long bar = map.bar(one.from()); map.start(bar) < to; bar++) {
                if (bars.size() == MOST_BARS) {
                    throw PlayOrder.tooLong();
                }
                long from = Math.max(map.start(bar), one.from());
                long length = Math.min(map.start(bar + 1), to) - from;
                if (goesOn && !bars.isEmpty()) {
                    WrittenBars.Bar begun = bars.removeLast();
                    bars.add(new WrittenBars.Bar(begun.start(), begun.length() + length, begun.meter()));
                } else {
                    bars.add(new WrittenBars.Bar(from - one.from() + one.at(), length, map.meter(bar)));
                }
                goesOn = false;
            }
        }
        return WrittenBars.meters(bars, score.resolution());
    }
}
