package dev.cadenza.score.theory;

import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.List;

/// Metres that put bar lines where written bars begin, though some are shorter or longer than their metre says.
public final class WrittenBars {

    private WrittenBars() {
    }

    /// A bar as written, or one side of a repeat sign that stands within a bar.
    ///
    /// @param start in ticks
    /// @param length of what is in it, in ticks
    /// @param meter the metre in force, of any tick
    public record Bar(long start, long length, Meter meter) {
    }

    /// The metres of some bars in playing order, each starting where the one before it ends.
    ///
    /// A metre is stated where it changes and after every bar that does not fill it, so that a [BarMap] has a bar line there;
    /// an upbeat is such a bar. Two bars after the first that fill one together (a repeat sign stands in its middle) are one.
    ///
    /// @param resolution ticks a quarter note
    public static List<Meter> meters(List<Bar> bars, int resolution) {
        List<Meter> meters = new ArrayList<>();
        long open = 0;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            long full = bar.meter.barTicks(resolution);
            boolean same = !meters.isEmpty() && meters.getLast().numerator() == bar.meter.numerator()
                    && meters.getLast().denominator() == bar.meter.denominator();
            boolean completes = same && i > 1 && open > 0 && open + bar.length == full;
            if (!same || open > 0 && !completes) {
                meters.add(new Meter(bar.start, bar.meter.numerator(), bar.meter.denominator()));
            }
            open = completes || full == 0 ? 0 : bar.length % full;
        }
        return meters;
    }
}
