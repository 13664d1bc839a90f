package dev.cadenza.score.structure;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.Map;
import java.util.TreeMap;

/// What the metres of a score say of most of it.
///
/// @param stated whether there are any
/// @param meter the one in force for most ticks
/// @param phaseTicks where most of its bars begin, counted in bars of its length from tick 0
record Claim(boolean stated, Meter meter, long phaseTicks) {

    private static final double SHORTEST_QUARTERS = 1.5;

    static Claim of(Score score) {
        int resolution = score.resolution();
        Meter usual = score.meters().isEmpty() ? Meter.common() : score.meters().getFirst();
        Map<String, Long> lengths = new TreeMap<>();
        Map<Long, Long> phases = new TreeMap<>();
        long end = score.end();
        long most = 0;
        for (int i = 0; i < score.meters().size(); i++) {
            Meter meter = score.meters().get(i);
            long until = i + 1 < score.meters().size() ? score.meters().get(i + 1).tick() : Math.max(end, meter.tick());
            long length = lengths.merge(meter.toString(), until - meter.tick(), Long::sum);
            if (length > most) {
                most = length;
                usual = meter;
            }
        }
        long bar = Math.max(1, usual.barTicks(resolution));
        long phase = 0;
        most = -1;
        for (int i = 0; i < score.meters().size(); i++) {
            Meter meter = score.meters().get(i);
            long until = i + 1 < score.meters().size() ? score.meters().get(i + 1).tick() : Math.max(end, meter.tick());
            if (meter.toString().equals(usual.toString())) {
                long held = phases.merge(meter.tick() % bar, until - meter.tick(), Long::sum);
                if (held > most) {
                    most = held;
                    phase = meter.tick() % bar;
                }
            }
        }
        return new Claim(!score.meters().isEmpty(), usual, phase);
    }

    /// Whether bars are too short to be any.
    boolean impossible() {
        return 4.0 * meter.numerator() / meter.denominator() < SHORTEST_QUARTERS;
    }

    /// Whether bars like these are among those that are considered.
    boolean considered() {
        return MetreShape.ALL.stream().anyMatch(shape -> shape.is(meter));
    }

    /// Whether bars of a shape that begin at a tick are these, to a forty-eighth of a quarter.
    boolean is(MetreShape shape, long phase, int resolution) {
        long bar = Math.max(1, meter.barTicks(resolution));
        long apart = Math.floorMod(phase - phaseTicks, bar);
        return shape.is(meter) && Math.min(apart, bar - apart) <= resolution / 48;
    }
}
