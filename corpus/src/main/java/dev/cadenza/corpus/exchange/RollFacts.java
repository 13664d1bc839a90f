package dev.cadenza.corpus.exchange;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;

/// What piano rolls of other programs say of time: a tempo for every step, and the steps at which bars begin.
final class RollFacts {

    private static final double USUAL_TEMPO = 120;

    private RollFacts() {
    }

    /// Quarter notes a minute at every step.
    static double[] tempo(Score grid) {
        return RollGrid.everyStep(grid, grid.tempos(), Tempo::tick, Tempo::bpm, USUAL_TEMPO);
    }

    /// 1 at every step at which a bar begins, else 0.
    static byte[] downbeats(Score grid) {
        byte[] beats = new byte[RollGrid.steps(grid)];
        List<Meter> meters = new ArrayList<>(grid.meters());
        if (meters.isEmpty() || meters.getFirst().tick() > 0) {
            meters.addFirst(Meter.common());
        }
        for (int i = 0; i < meters.size(); i++) {
            Meter meter = meters.get(i);
            long end = i + 1 < meters.size() ? Math.min(meters.get(i + 1).tick(), beats.length) : beats.length;
            long step = meter.tick();
            for (long bar = 1; step < end; bar++) {
                beats[(int) step] = 1;
                // A bar may be shorter than a step.
                step = Math.max(step + 1, meter.tick() + bar * 4L * grid.resolution() * meter.numerator() / meter.denominator());
            }
        }
        return beats;
    }

    /// The tempos of a list of them for every step.
    static List<Tempo> tempos(NpyArray perStep) {
        List<Tempo> tempos = new ArrayList<>();
        double before = Double.NaN;
        for (int step = 0; step < Math.min(perStep.size(), RollGrid.LONGEST); step++) {
            double bpm = perStep.value(step);
            double micros = 60_000_000 / bpm;
            if (bpm != before && micros >= 1 && micros <= Tempo.MAX_MICROS) {
                tempos.add(new Tempo(step, (int) Math.round(Math.clamp(micros, 1, Tempo.MAX_MICROS))));
            }
            before = bpm;
        }
        return tempos;
    }

    /// The metres in which bars begin at those steps: in quarter notes where a bar is whole ones, else in eighths or
    /// sixteenths; a bar that is none of these says nothing.
    static List<Meter> meters(NpyArray downbeats, int stepsPerQuarter) {
        List<Meter> meters = new ArrayList<>();
        int bar = -1;
        int length = 0;
        for (int step = 0; step < Math.min(downbeats.size(), RollGrid.LONGEST); step++) {
            if (downbeats.value(step) == 0) {
                continue;
            }
            if (bar >= 0 && step - bar != length) {
                length = step - bar;
                add(meters, bar, length, stepsPerQuarter);
            }
            bar = step;
        }
        return meters;
    }

    private static void add(List<Meter> meters, int tick, int steps, int stepsPerQuarter) {
        for (int denominator = 4; denominator <= 16; denominator *= 2) {
            long beats = (long) steps * denominator / 4;
            if ((long) steps * denominator % (4L * stepsPerQuarter) == 0 && beats / stepsPerQuarter <= 255) {
                meters.add(new Meter(tick, (int) (beats / stepsPerQuarter), denominator));
                return;
            }
        }
    }
}
