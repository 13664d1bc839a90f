package dev.cadenza.render.perform;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.BarMap;

/// Where in its bar a tick lies.
final class BarClock {

    private final int resolution;
    private final BarMap bars;

    BarClock(Score score) {
        resolution = score.resolution();
        bars = BarMap.of(score);
    }

    /// Length that the metre gives the bar of a tick.
    long barTicks(long tick) {
        return Math.max(1, bars.meter(bars.bar(tick)).barTicks(resolution));
    }

    /// Weight of a tick in its bar: 1 for the first beat, less for the middle and the other beats, negative between them.
    double weight(long tick) {
        long number = bars.bar(tick);
        Meter meter = bars.meter(number);
        long inBar = tick - bars.start(number);
        // Played onsets lie beside the beat they mean.
        double sixteenths = Math.rint(inBar * 4.0 / resolution);
        double beat = beatSixteenths(meter);
        double bar = meter.numerator() * 16.0 / meter.denominator();
        if (sixteenths == 0 || sixteenths >= bar) {
            return 1;
        }
        if (sixteenths % beat == 0) {
            boolean middle = 2 * sixteenths == bar && bar / beat % 2 == 0;
            return middle ? 0.5 : 0.1;
        }
        return 2 * sixteenths % beat == 0 ? -0.5 : -0.8;
    }

    private static double beatSixteenths(Meter meter) {
        boolean compound = meter.denominator() >= 8 && meter.numerator() > 3 && meter.numerator() % 3 == 0;
        return (compound ? 3 : 1) * 16.0 / meter.denominator();
    }
}
