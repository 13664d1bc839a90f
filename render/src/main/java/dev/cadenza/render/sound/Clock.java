package dev.cadenza.render.sound;

import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.List;

/// From ticks to microseconds.
final class Clock {

    private static final int STANDARD_MICROS = 500_000;

    private final double resolution;
    private final long[] ticks;
    private final double[] micros;
    private final int[] microsPerQuarter;

    Clock(Score score) {
        List<Tempo> tempos = score.tempos();
        resolution = score.resolution();
        ticks = new long[tempos.size() + 1];
        micros = new double[tempos.size() + 1];
        microsPerQuarter = new int[tempos.size() + 1];
        microsPerQuarter[0] = STANDARD_MICROS;
        for (int i = 0; i < tempos.size(); i++) {
            Tempo tempo = tempos.get(i);
            ticks[i + 1] = tempo.tick();
            micros[i + 1] = micros[i] + (tempo.tick() - ticks[i]) * (double) microsPerQuarter[i] / resolution;
            microsPerQuarter[i + 1] = tempo.microsPerQuarter();
        }
    }

    long micros(long tick) {
        int low = 0;
        int high = ticks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (ticks[middle] <= tick) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.round(micros[low] + (tick - ticks[low]) * (double) microsPerQuarter[low] / resolution);
    }
}
