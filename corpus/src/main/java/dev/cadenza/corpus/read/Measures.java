package dev.cadenza.corpus.read;

import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.List;

/// Metres that put bar lines where written measures begin, though some are shorter or longer than their metre says.
final class Measures {

    private Measures() {
    }

    /// A measure as written.
    ///
    /// @param start in ticks
    /// @param length in ticks, of what is in it
    /// @param meter the metre in force, of any tick
    record Measure(long start, long length, Meter meter) {

        long nominal() {
            return meter.barTicks(SungPart.RESOLUTION);
        }
    }

    /// A metre is stated where it changes and after every measure that does not fill it. Two measures that fill one bar
    /// together (a repeat sign stands in its middle) are one bar.
    static List<Meter> meters(List<Measure> measures) {
        List<Meter> meters = new ArrayList<>();
        long filled = 0;
        Meter current = new Meter(0, 255, 1);
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            boolean same = measure.meter.numerator() == current.numerator() && measure.meter.denominator() == current.denominator();
            boolean completes = i > 1 && same && filled > 0 && filled + measure.length == measure.nominal();
            if (!same || filled != 0 && !completes) {
                current = new Meter(measure.start, measure.meter.numerator(), measure.meter.denominator());
                meters.add(current);
                filled = 0;
            }
            filled = completes || measure.length == measure.nominal() ? 0 : measure.length;
        }
        return meters;
    }
}
