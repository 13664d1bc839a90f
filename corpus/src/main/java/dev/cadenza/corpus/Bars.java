package dev.cadenza.corpus;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Bar lines on the grid: where in its bar each step lies, and in which metre.
///
/// A first bar that a new metre ends early is an upbeat: its steps count as the last ones of a bar. Where a score
/// states no metre, nothing is known of its bars.
///
/// @param position per step: 1 for the first step of a bar, 0 where not known
/// @param metre per step: [Metres] number of the metre, 0 where not known
record Bars(int[] position, int[] metre) {

    private record Segment(int start, Meter meter) {
    }

    static Bars of(Score score, Grid grid, int steps) {
        List<Segment> segments = new ArrayList<>();
        for (Meter meter : score.meters()) {
            int start = grid.step(meter.tick());
            if (segments.isEmpty() && start > 0) {
                segments.add(new Segment(0, Meter.common()));
            }
            if (!segments.isEmpty() && segments.getLast().start == start) {
                segments.removeLast();
            }
            segments.add(new Segment(start, meter));
        }
        return of(segments, grid.stepsPerQuarter(), steps);
    }

    static Bars of(Plan plan, int stepsPerQuarter) {
        int bar = Metres.barSteps(plan.meter(), stepsPerQuarter);
        int upbeat = plan.upbeat() % bar;
        List<Segment> segments = new ArrayList<>(List.of(new Segment(0, plan.meter())));
        if (upbeat > 0) {
            segments.add(new Segment(upbeat, plan.meter()));
        }
        return of(segments, stepsPerQuarter, plan.steps());
    }

    private static Bars of(List<Segment> segments, int stepsPerQuarter, int steps) {
        int[] position = new int[steps];
        int[] metre = new int[steps];
        for (int s = 0; s < segments.size(); s++) {
            Meter meter = segments.get(s).meter;
            int start = segments.get(s).start;
            int end = s + 1 < segments.size() ? Math.min(steps, segments.get(s + 1).start) : steps;
            for (int step = start; step < end; step++) {
                position[step] = 1 + Metres.position(meter, stepsPerQuarter, step - start);
                metre[step] = Metres.number(meter);
            }
        }
        if (segments.size() > 1) {
            int upbeat = segments.get(1).start;
            Meter meter = segments.get(1).meter;
            int bar = Metres.barSteps(meter, stepsPerQuarter);
            boolean oneBar = Metres.position(segments.getFirst().meter, stepsPerQuarter, upbeat - 1) == upbeat - 1;
            if (oneBar && upbeat < bar) {
                for (int step = 0; step < Math.min(upbeat, steps); step++) {
                    position[step] = bar - upbeat + step + 1;
                    metre[step] = Metres.number(meter);
                }
            }
        }
        return new Bars(position, metre);
    }

    /// The metres that give these bars again; `metre` may be all 0 where only positions are known.
    ///
    /// @param clip the highest position that was kept
    List<Meter> meters(int stepsPerQuarter, int clip) {
        int steps = position.length;
        if (steps == 0 || position[0] == 0) {
            return List.of();
        }
        int[] starts = firstSteps();
        List<Segment> segments = new ArrayList<>();
        int upbeat = starts.length == 0 ? steps : starts[0];
        int firstBar = 0;
        if (upbeat > 0) {
            firstBar = firstBar(starts, upbeat, clip, stepsPerQuarter);
            Meter meter = Metres.ofLength(metre[0], firstBar, stepsPerQuarter);
            segments.add(new Segment(0, meter));
            if (starts.length == 0) {
                // Nothing of the bar after the upbeat is left: any bar that is long enough will do.
                segments.add(new Segment(Metres.barSteps(meter, stepsPerQuarter) - position[0] + 1, meter));
            }
        }
        for (int bar = 0; bar < starts.length; bar++) {
            int start = starts[bar];
            boolean open = bar + 1 == starts.length;
            int length = (open ? steps : starts[bar + 1]) - start;
            Meter meter;
            if (bar == 0 && firstBar > 0) {
                meter = Metres.ofLength(metre[start], firstBar, stepsPerQuarter);
            } else if (open && !segments.isEmpty() && continues(segments.getLast(), start, length, stepsPerQuarter)) {
                continue;
            } else {
                // A lone unfinished bar is taken for 4/4; after a short first bar that would make an upbeat of it.
                int least = open && bar == 0 ? 4 * stepsPerQuarter : 1;
                meter = Metres.ofLength(metre[start], Math.max(length, least), stepsPerQuarter);
            }
            boolean upbeatBefore = bar == 0 && firstBar > 0;
            if (segments.isEmpty() || upbeatBefore || !segments.getLast().meter.equals(meter)
                    || Metres.position(meter, stepsPerQuarter, start - segments.getLast().start) != 0) {
                segments.add(new Segment(start, meter));
            }
        }
        return segments.stream().map(s -> new Meter(Grid.tick(s.start, stepsPerQuarter), s.meter.numerator(),
                s.meter.denominator())).toList();
    }

    private int firstBar(int[] starts, int upbeat, int clip, int stepsPerQuarter) {
        int named = Metres.namedBarSteps(metre[0], stepsPerQuarter);
        if (named > 0) {
            return named;
        }
        if (starts.length > 0 && position[0] < clip) {
            return position[0] - 1 + upbeat;
        }
        int next = starts.length > 1 ? starts[1] : position.length;
        int bar = starts.length > 0 ? next - starts[0] : 0;
        return Math.max(bar, Math.max(4 * stepsPerQuarter, position[0] - 1 + upbeat));
    }

    private boolean continues(Segment segment, int start, int length, int stepsPerQuarter) {
        int bar = Metres.barSteps(segment.meter, stepsPerQuarter);
        return metre[start] == metre[Math.min(segment.start, start)] && length <= bar
                && Metres.position(segment.meter, stepsPerQuarter, start - segment.start) == 0;
    }

    private int[] firstSteps() {
        int[] starts = new int[position.length];
        int count = 0;
        for (int step = 0; step < position.length; step++) {
            if (position[step] == 1) {
                starts[count++] = step;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /// Positions no higher than `clip`.
    int[] clipped(int clip) {
        return Arrays.stream(position).map(p -> Math.min(p, clip)).toArray();
    }
}
