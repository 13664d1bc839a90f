package dev.cadenza.score.theory;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// Where the bars lie. Immutable; look-ups take logarithmic time.
///
/// Bars are numbered from 0. The piece is in 4/4 until its first meter; a meter starts a new bar even within one, which
/// is cut short. An upbeat is such a short first bar.
public final class BarMap {

    /// A stretch under one meter. Bar starts are rounded down where the resolution cannot express them, without drift.
    private record Stretch(long tick, long firstBar, Meter meter, int resolution) {

        long start(long bar) {
            return tick + barSpan(bar - firstBar);
        }

        /// Length of `bars` bars: 4 * resolution * numerator / denominator each.
        private long barSpan(long bars) {
            long quarters = 4L * resolution * meter.numerator();
            return bars / meter.denominator() * quarters + bars % meter.denominator() * quarters / meter.denominator();
        }

        /// The bar that holds a tick of this stretch: the last one whose start, rounded down, is not after it.
        long bar(long at) {
            long after = Math.min(at - tick + 1, Long.MAX_VALUE / meter.denominator());
            return firstBar + (after * meter.denominator() - 1) / (4L * resolution * meter.numerator());
        }
    }

    /// A place in the music.
    ///
    /// @param bar from 0
    /// @param beat in beats of the meter's denominator from the start of the bar, 0 or more; whole on a beat
    public record Position(long bar, double beat) {
    }

    private final List<Stretch> stretches = new ArrayList<>();

    private BarMap(int resolution, List<Meter> meters) {
        stretches.add(new Stretch(0, 0, Meter.common(), resolution));
        for (Meter meter : meters) {
            Stretch last = stretches.getLast();
            if (meter.tick() < last.tick()) {
                throw new IllegalArgumentException("meters must be in ascending order of tick");
            }
            if (meter.tick() == last.tick()) {
                stretches.removeLast();
                stretches.add(new Stretch(last.tick(), last.firstBar(), meter, resolution));
            } else {
                stretches.add(new Stretch(meter.tick(), last.bar(meter.tick() - 1) + 1, meter, resolution));
            }
        }
    }

    public static BarMap of(Score score) {
        return new BarMap(score.resolution(), score.meters());
    }

    /// @param resolution ticks a quarter note, 1 or more
    /// @param meters in ascending order of tick
    public static BarMap of(int resolution, List<Meter> meters) {
        return new BarMap(resolution, meters);
    }

    /// The bar that holds a tick.
    ///
    /// @param tick 0..2^56
    public long bar(long tick) {
        return at(tick).bar(tick);
    }

    /// The tick at which a bar begins.
    ///
    /// @param bar 0 or more
    public long start(long bar) {
        return holding(bar).start(bar);
    }

    /// Length of a bar in ticks; shorter than its meter says where another meter cuts it.
    public long length(long bar) {
        return start(bar + 1) - start(bar);
    }

    /// The meter of a bar.
    public Meter meter(long bar) {
        return holding(bar).meter();
    }

    /// Bar and beat of a tick.
    public Position position(long tick) {
        Stretch stretch = at(tick);
        long bar = stretch.bar(tick);
        double beatTicks = 4.0 * stretch.resolution() / stretch.meter().denominator();
        return new Position(bar, (tick - stretch.start(bar)) / beatTicks);
    }

    /// How many bars it takes to reach a tick: 0 for the start, else the last bar begins before the tick.
    public long bars(long end) {
        return end <= 0 ? 0 : bar(end - 1) + 1;
    }

    /// Whether a bar begins at a tick.
    public boolean isBarStart(long tick) {
        return start(bar(tick)) == tick;
    }

    private Stretch at(long tick) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).tick() <= tick) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return stretches.get(low);
    }

    private Stretch holding(long bar) {
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).firstBar() <= bar) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return stretches.get(low);
    }
}
