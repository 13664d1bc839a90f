package dev.cadenza.render.perform;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.Arrays;

/// Where phrases begin: after a rest in all parts, or after a moment in which no part moves for much longer than usual;
/// where neither comes for eight bars, every four bars.
///
/// @param starts in ticks, ascending; the last entry is the end of the piece
record Phrases(long[] starts) {

    private static final int SHORTEST_BARS = 2;
    private static final int LONGEST_BARS = 8;
    private static final int USUAL_BARS = 4;

    static Phrases of(Score score, BarClock bars) {
        long[] onsets = score.parts().stream().filter(part -> !part.instrument().drums()).map(Part::notes)
                .flatMap(notes -> notes.stream()).mapToLong(Note::onset).sorted().distinct().toArray();
        long end = Math.max(1, score.end());
        long[] starts = new long[onsets.length + 2];
        int count = 0;
        starts[count++] = onsets.length == 0 ? 0 : onsets[0];
        long longHold = 2 * Math.max(score.resolution(), medianGap(onsets));
        for (int i = 1; i < onsets.length; i++) {
            long bar = bars.barTicks(onsets[i]);
            long since = onsets[i] - starts[count - 1];
            boolean breathes = onsets[i] - onsets[i - 1] >= longHold && since >= SHORTEST_BARS * bar;
            boolean due = since >= LONGEST_BARS * bar;
            if (breathes) {
                starts[count++] = onsets[i];
            } else if (due) {
                count = addRegular(starts, count, onsets, i, USUAL_BARS * bar);
            }
        }
        starts[count++] = Math.max(end, starts[count - 2] + 1);
        return new Phrases(Arrays.copyOf(starts, count));
    }

    /// Begins a phrase at the first onset that lies the usual length after the last beginning.
    private static int addRegular(long[] starts, int count, long[] onsets, int upTo, long length) {
        int at = Arrays.binarySearch(onsets, 0, upTo + 1, starts[count - 1] + length);
        int index = Math.min(upTo, at >= 0 ? at : -at - 1);
        starts[count] = onsets[index];
        return count + 1;
    }

    private static long medianGap(long[] onsets) {
        if (onsets.length < 2) {
            return 0;
        }
        long[] gaps = new long[onsets.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = onsets[i + 1] - onsets[i];
        }
        Arrays.sort(gaps);
        return gaps[gaps.length / 2];
    }

    /// Height of the arch at a tick: 0 where a phrase begins or ends, 1 three fifths through.
    double arch(long tick) {
        int i = index(tick);
        double through = Math.clamp((tick - starts[i]) / (double) (starts[i + 1] - starts[i]), 0.0, 1.0);
        double t = through < 0.6 ? through / 0.6 : (1 - through) / 0.4;
        return t * t * (3 - 2 * t);
    }

    private int index(long tick) {
        int found = Arrays.binarySearch(starts, tick);
        return Math.clamp(found >= 0 ? found : -found - 2, 0, starts.length - 2);
    }
}
