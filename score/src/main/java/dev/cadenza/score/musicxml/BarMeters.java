package dev.cadenza.score.musicxml;

import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.List;

/// Metres that put bar lines where written bars begin, though some are shorter or longer than their metre says.
final class BarMeters {

    private BarMeters() {
    }

    /// A metre is stated where it changes and after every bar that does not fill it. Two bars that fill one together (a
    /// repeat sign stands in its middle) are one bar.
    static List<Meter> of(BarTimes times) {
        List<Meter> meters = new ArrayList<>();
        long filled = 0;
        Meter current = new Meter(0, 255, 1);
        for (int bar = 0; bar < times.bars(); bar++) {
            Meter meter = times.meter(bar);
            long nominal = Math.round(4.0 * meter.numerator() / meter.denominator() * times.resolution());
            long length = times.start(bar + 1) - times.start(bar);
            boolean same = meter.numerator() == current.numerator() && meter.denominator() == current.denominator();
            boolean completes = bar > 1 && same && filled > 0 && filled + length == nominal;
            if (!same || filled != 0 && !completes) {
                current = new Meter(times.start(bar), meter.numerator(), meter.denominator());
                meters.add(current);
                filled = 0;
            }
            filled = completes || length == nominal ? 0 : length;
        }
        return meters;
    }
}
