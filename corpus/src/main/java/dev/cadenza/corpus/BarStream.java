package dev.cadenza.corpus;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The bars of a score as they are written in tokens, in steps.
///
/// Bar lines lie where [dev.cadenza.score.theory.BarMap] sees them, on the nearest step. Bars without a step vanish; bars of
/// metres that have no token are written as bars of others that last as long together (7/4 as 4/4 and 3/4). A first bar
/// that is shorter than those of the metre after it is an upbeat in that metre.
final class BarStream {

    private final BarMetres metres;
    private int count;
    private int[] starts = new int[64];
    private int[] metre = new int[64];

    private BarStream(BarMetres metres) {
        this.metres = metres;
    }

    /// The bars up to the one that holds a step.
    static BarStream of(Score score, Grid grid, BarMetres metres, int lastStep) {
        BarStream bars = new BarStream(metres);
        List<Meter> stretches = new ArrayList<>();
        if (score.meters().isEmpty() || score.meters().getFirst().tick() > 0) {
            stretches.add(Meter.common());
        }
        stretches.addAll(score.meters());
        // One bar more than is asked for, which tells whether the first is an upbeat.
        for (int i = 0; i < stretches.size() && !bars.reaches(lastStep); i++) {
            Meter meter = stretches.get(i);
            long end = i + 1 < stretches.size() ? stretches.get(i + 1).tick() : Long.MAX_VALUE;
            bars.add(meter, end, score.resolution(), grid, lastStep);
        }
        bars.upbeat();
        return bars;
    }

    private boolean reaches(int lastStep) {
        return count > 1 && starts[count - 1] > lastStep;
    }

    private void add(Meter meter, long endTick, int resolution, Grid grid, int lastStep) {
        int number = metres.number(meter);
        int whole = number < 0 ? 0 : metres.steps(number);
        int end = grid.step(endTick);
        long quarters = 4L * resolution * meter.numerator();
        int start = grid.step(meter.tick());
        for (long bar = 1; start < end && !reaches(lastStep); bar++) {
            long span = bar / meter.denominator() * quarters + bar % meter.denominator() * quarters / meter.denominator();
            int next = Math.min(end, grid.step(meter.tick() + span));
            if (next > start) {
                if (number >= 0 && next - start <= whole) {
                    add(start, number, next);
                } else {
                    split(start, next);
                }
                start = next;
            }
        }
    }

    private void split(int from, int to) {
        for (int start = from; start < to;) {
            int length = metres.piece(to - start);
            add(start, metres.ofLength(length), start + length);
            start += length;
        }
    }

    private void add(int start, int number, int end) {
        if (count + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count + 2);
            metre = Arrays.copyOf(metre, 2 * count + 2);
        }
        starts[count] = start;
        metre[count] = number;
        count++;
        starts[count] = end;
    }

    private void upbeat() {
        if (count > 1 && metre[0] != metre[1] && length(0) < metres.steps(metre[1])) {
            metre[0] = metre[1];
        }
    }

    int start(int bar) {
        return starts[bar];
    }

    /// Number of the metre among the [BarMetres].
    int metre(int bar) {
        return metre[bar];
    }

    /// Steps of a bar; fewer than its metre has where it is cut short.
    int length(int bar) {
        return starts[bar + 1] - starts[bar];
    }
}
