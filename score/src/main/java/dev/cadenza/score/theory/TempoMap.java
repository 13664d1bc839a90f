package dev.cadenza.score.theory;

import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.Arrays;
import java.util.List;

/// Turns ticks into seconds and back. Immutable; look-ups take logarithmic time.
///
/// The piece runs at 120 quarter notes a minute until its first tempo. Of several tempos at one tick the last counts.
public final class TempoMap {

    private static final int DEFAULT_MICROS = 500_000;

    private final long[] ticks;             // where a tempo begins, strictly ascending, the first is 0
    private final double[] startSeconds;    // clock time there
    private final double[] secondsPerTick;  // from there on

    private TempoMap(int resolution, List<Tempo> tempos) {
        long[] at = new long[tempos.size() + 1];
        int[] micros = new int[at.length];
        micros[0] = DEFAULT_MICROS;
        int n = 1;
        for (Tempo tempo : tempos) {
            if (tempo.tick() < at[n - 1]) {
                throw new IllegalArgumentException("tempos must be in ascending order of tick");
            }
            n = tempo.tick() == at[n - 1] ? n : n + 1;
            at[n - 1] = tempo.tick();
            micros[n - 1] = tempo.microsPerQuarter();
        }
        ticks = Arrays.copyOf(at, n);
        startSeconds = new double[n];
        secondsPerTick = new double[n];
        for (int i = 0; i < n; i++) {
            secondsPerTick[i] = micros[i] / (1e6 * resolution);
            if (i > 0) {
                startSeconds[i] = startSeconds[i - 1] + (ticks[i] - ticks[i - 1]) * secondsPerTick[i - 1];
            }
        }
    }

    public static TempoMap of(Score score) {
        return new TempoMap(score.resolution(), score.tempos());
    }

    /// @param resolution ticks a quarter note, 1 or more
    /// @param tempos in ascending order of tick
    public static TempoMap of(int resolution, List<Tempo> tempos) {
        return new TempoMap(resolution, tempos);
    }

    /// Clock time of a tick, in seconds from the start.
    ///
    /// @param tick 0 or more
    public double seconds(long tick) {
        int i = index(tick);
        return startSeconds[i] + (tick - ticks[i]) * secondsPerTick[i];
    }

    /// The tick nearest to a clock time.
    ///
    /// @param seconds from the start, 0 or more
    public long tick(double seconds) {
        int low = 0;
        int high = ticks.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (startSeconds[middle] <= seconds) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return ticks[low] + Math.round((seconds - startSeconds[low]) / secondsPerTick[low]);
    }

    private int index(long tick) {
        int found = Arrays.binarySearch(ticks, tick);
        return found >= 0 ? found : -found - 2;
    }
}
