package dev.cadenza.score.musicxml;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// When the bars begin, for all parts together.
///
/// A bar is as long as the longest of what its parts hold, be it more or less than its metre says; one that is empty in
/// all parts is as long as its metre says. Where parts are in different metres (6/8 under 2/4), the first part's counts,
/// and what is in the others is stretched to it.
final class BarTimes {

    private static final int MAX_QUARTERS = 100_000;

    /// Programs that round tuplets make bars too long or too short by less than that.
    private static final double SLACK_QUARTERS = 1.0 / 24;

    private final int resolution;
    private final List<WrittenPart> parts;
    private final List<Meter> meters = new ArrayList<>();
    private final long[] starts;
    private boolean metersDiffer;

    BarTimes(String source, List<WrittenPart> parts, int resolution) {
        this.resolution = resolution;
        this.parts = parts;
        int bars = parts.isEmpty() ? 0 : parts.getFirst().bars.size();
        starts = new long[bars + 1];
        for (int bar = 0; bar < bars; bar++) {
            meters.add(parts.getFirst().bars.get(bar).meter());
            starts[bar + 1] = starts[bar] + Math.round(quarters(bar) * resolution);
            if (starts[bar + 1] > (long) MAX_QUARTERS * resolution) {
                throw new InputException(source, new Place.Nowhere(), "TOO_LONG",
                        "the score is longer than " + MAX_QUARTERS + " quarter notes.", "Split it into smaller files.");
            }
        }
    }

    private double quarters(int bar) {
        double nominal = parts.getFirst().bars.get(bar).nominalQuarters();
        TreeMap<Double, Integer> lengths = new TreeMap<>();
        for (WrittenPart part : parts) {
            WrittenBar written = part.bars.get(bar);
            if (written.nominalQuarters() != nominal) {
                metersDiffer = true;
                return nominal;
            }
            if (written.quarters() > 0) {
                lengths.merge(written.quarters(), 1, Integer::sum);
            }
        }
        if (lengths.isEmpty() || Math.abs(lengths.lastKey() - nominal) < SLACK_QUARTERS) {
            return nominal;
        }
        double longest = lengths.lastKey();
        for (var length : lengths.tailMap(longest - SLACK_QUARTERS).entrySet()) {
            longest = length.getValue() > lengths.get(longest) ? length.getKey() : longest;
        }
        return longest;
    }

    int resolution() {
        return resolution;
    }

    int bars() {
        return meters.size();
    }

    boolean metersDiffer() {
        return metersDiffer;
    }

    Meter meter(int bar) {
        return meters.get(bar);
    }

    /// @param bar the number of bars gives the end
    long start(int bar) {
        return starts[bar];
    }

    /// The tick of a moment of a part, before it is rounded.
    double exactTick(WrittenPart part, Moment moment, double quartersLater) {
        int bar = moment.bar();
        double stretch = parts.getFirst().bars.get(bar).nominalQuarters() / part.bars.get(bar).nominalQuarters();
        return starts[bar] + (moment.quarters() + quartersLater) * stretch * resolution;
    }

    long tick(WrittenPart part, Moment moment) {
        return Math.round(exactTick(part, moment, 0));
    }
}
