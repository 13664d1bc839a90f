package dev.cadenza.model.generate;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;
import java.util.ArrayList;
import java.util.List;

/// A stretch of whole bars of a piece in one metre, as long as a model makes phrases. Bars that a change of metre cuts
/// short, an upbeat among them, belong to none.
///
/// @param start tick of the first bar line
/// @param end tick of the last one
/// @param meter the metre as a model hears it, from tick 0: bars of 2/2, and two bars of 2/4, are one of 4/4
record Phrase(long start, long end, Meter meter) {

    /// @param bars of a phrase at most
    static List<Phrase> of(Score score, int bars) {
        BarMap map = BarMap.of(score);
        long count = map.bars(score.end());
        List<Phrase> phrases = new ArrayList<>();
        long first = 0;
        for (long bar = 0; bar <= count; bar++) {
            boolean whole = bar < count && whole(map, bar, score.resolution());
            boolean ends = !whole || bar - first == bars * (isTwoFour(map.meter(first)) ? 2L : 1L) || !Band.same(map.meter(bar), map.meter(first));
            if (ends && bar > first) {
                phrases.add(new Phrase(map.start(first), map.start(bar), heard(map.meter(first))));
            }
            if (!whole) {
                first = bar + 1;
            } else if (ends) {
                first = bar;
            }
        }
        return phrases;
    }

    private static boolean isTwoFour(Meter meter) {
        return meter.numerator() == 2 && meter.denominator() == 4;
    }

    private static Meter heard(Meter meter) {
        boolean even = meter.numerator() == 2 && (meter.denominator() == 2 || meter.denominator() == 4);
        return even ? Meter.common() : new Meter(0, meter.numerator(), meter.denominator());
    }

    private static boolean whole(BarMap map, long bar, int resolution) {
        return map.length(bar) >= map.meter(bar).barTicks(resolution);
    }
}
