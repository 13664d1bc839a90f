package dev.cadenza.score.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.theory.BarMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How strong the boundary after each note of a melody is (Cambouropoulos' local boundary detection model, "The local boundary
/// detection model (LBDM) and its application in the study of expressive timing", 2001), and what else is said of it.
final class Boundaries {

    /// How many numbers there are for a place between two notes.
    static final int COUNT = 16;

    private static final int PATTERN = 4;

    private final List<Note> line;
    private final int resolution;

    Boundaries(List<Note> line, int resolution) {
        this.line = line;
        this.resolution = resolution;
    }

    /// The strength of the place after each note but the last, 0..1: a quarter by pitch, half by the time from onset to
    /// onset, a quarter by silence.
    double[] local() {
        int n = Math.max(0, line.size() - 1);
        double[] pitch = new double[n];
        double[] time = new double[n];
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            pitch[i] = Math.abs(line.get(i + 1).pitch().midi() - line.get(i).pitch().midi()) + 1;
            time[i] = gap(i);
            rest[i] = Math.max(0, (double) (line.get(i + 1).onset() - line.get(i).end()) / resolution);
        }
        double[] strength = new double[n];
        add(strength, pitch, 0.25);
        add(strength, time, 0.5);
        add(strength, rest, 0.25);
        return strength;
    }

    private static void add(double[] strength, double[] steps, double weight) {
        double[] own = new double[steps.length];
        double most = 0;
        for (int i = 0; i < steps.length; i++) {
            double before = i == 0 ? 0 : change(steps[i - 1], steps[i]);
            double after = i + 1 == steps.length ? 0 : change(steps[i], steps[i + 1]);
            own[i] = steps[i] * (before + after);
            most = Math.max(most, own[i]);
        }
        for (int i = 0; most > 0 && i < own.length; i++) {
            strength[i] += weight * own[i] / most;
        }
    }

    private static double change(double a, double b) {
        return a + b == 0 ? 0 : Math.abs(a - b) / (a + b);
    }

    private double gap(int i) {
        return (double) (line.get(i + 1).onset() - line.get(i).onset()) / resolution;
    }

    /// What is said of the place after each note but the last.
    ///
    /// @param all notes of the piece by onset, the line's own among them
    double[][] said(List<Note> all, BarMap bars) {
        int n = Math.max(0, line.size() - 1);
        double[] local = local();
        double[][] said = new double[n][COUNT];
        double median = median(n);
        long[] onsets = all.stream().mapToLong(Note::onset).toArray();
        int[] bass = bass(all, onsets);
        double[] fresh = fresh();
        for (int i = 0; i < n; i++) {
            Note note = line.get(i);
            Note next = line.get(i + 1);
            double gap = gap(i);
            double rest = Math.max(0, (double) (next.onset() - note.end()) / resolution);
            double[] row = said[i];
            row[0] = 1;
            row[1] = local[i];
            row[2] = Math.clamp(log2(gap / median), -2, 3);
            row[3] = rest > 0.1 ? 1 : 0;
            row[4] = Math.min(2, rest);
            row[5] = Math.clamp(log2(Math.max(0.05, (double) note.duration() / resolution) / median), -2, 3);
            row[6] = Math.min(12, Math.abs(next.pitch().midi() - note.pitch().midi())) / 12.0;
            double place = bars.position(next.onset()).beat();
            row[7] = place == 0 ? 1 : 0;
            row[8] = bars.position(note.onset()).beat() == 0 ? 1 : 0;
            row[9] = place == Math.floor(place) ? 1 : 0;
            int inside = Math.max(0, lower(onsets, next.onset()) - lower(onsets, note.onset() + 1));
            row[10] = Math.min(4, inside / Math.max(0.25, gap)) / 4;
            row[11] = inside == 0 && lower(onsets, note.onset() + 1) - lower(onsets, note.onset()) >= 3 ? 1 : 0;
            int step = bass[i] < 0 || i == 0 || bass[i - 1] < 0 ? 0 : Math.floorMod(bass[i] - bass[i - 1], 12);
            row[12] = step == 5 || step == 7 ? 1 : 0;
            row[13] = i > 0 && gap > gap(i - 1) * 1.01 && (i + 1 >= n || gap > gap(i + 1) * 1.01) ? 1 : 0;
            row[14] = fresh[i + 1];
            row[15] = i > 0 && gap(i - 1) < gap * 0.51 ? 1 : 0;
        }
        return said;
    }

    private double median(int n) {
        double[] gaps = new double[n];
        for (int i = 0; i < n; i++) {
            gaps[i] = gap(i);
        }
        Arrays.sort(gaps);
        return n == 0 ? 1 : Math.max(1e-6, gaps[n / 2]);
    }

    /// The lowest note that begins with each note of the line; -1 where none does.
    private int[] bass(List<Note> all, long[] onsets) {
        int[] bass = new int[line.size()];
        for (int i = 0; i < bass.length; i++) {
            int first = lower(onsets, line.get(i).onset());
            bass[i] = first < all.size() && all.get(first).onset() == line.get(i).onset() ? all.get(first).pitch().midi() : -1;
        }
        return bass;
    }

    /// Whether a pattern of steps and rhythm that occurs elsewhere begins at a note, and does not begin a note earlier.
    private double[] fresh() {
        int n = line.size() - PATTERN;
        Map<List<Long>, Integer> counts = new HashMap<>();
        for (int i = 0; i < n; i++) {
            counts.merge(pattern(i), 1, Integer::sum);
        }
        double[] fresh = new double[line.size()];
        for (int i = 1; i < n; i++) {
            int here = counts.get(pattern(i));
            int earlier = counts.get(pattern(i - 1));
            fresh[i] = here > 1 ? (double) (here - Math.min(here, earlier - 1)) / here : 0;
        }
        return fresh;
    }

    private List<Long> pattern(int from) {
        Long[] steps = new Long[2 * PATTERN];
        for (int i = 0; i < PATTERN; i++) {
            steps[2 * i] = (long) line.get(from + i + 1).pitch().midi() - line.get(from + i).pitch().midi();
            steps[2 * i + 1] = Math.round(gap(from + i) * 12);
        }
        return List.of(steps);
    }

    private static int lower(long[] onsets, long tick) {
        int low = 0;
        int high = onsets.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (onsets[middle] < tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double log2(double ratio) {
        return StrictMath.log(ratio) / StrictMath.log(2);
    }
}
