package dev.cadenza.render.perform;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;

/// Where in its bar a tick lies.
final class BarClock {

    private final int resolution;
    private final List<Meter> meters = new ArrayList<>();

    BarClock(Score score) {
        resolution = score.resolution();
        if (score.meters().isEmpty() || score.meters().getFirst().tick() > 0) {
            meters.add(Meter.common());
        }
        meters.addAll(score.meters());
    }

    Meter meter(long tick) {
        int low = 0;
        int high = meters.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (meters.get(middle).tick() <= tick) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return meters.get(low);
    }

    long barTicks(long tick) {
        return Math.max(1, meter(tick).barTicks(resolution));
    }

    long barStart(long tick) {
        return tick - (tick - meter(tick).tick()) % barTicks(tick);
    }

    /// Weight of a tick in its bar: 1 for the first beat, less for the middle and the other beats, negative between them.
    double weight(long tick) {
        Meter meter = meter(tick);
        long inBar = tick - barStart(tick);
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
