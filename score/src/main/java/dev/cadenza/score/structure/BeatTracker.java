package dev.cadenza.score.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.TempoMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Finds the beats of a performance whose ticks tell clock time and nothing else.
///
/// Notes that begin within 40 ms of each other are one moment. Beats are the path through the moments that is best for each
/// second of it: strong moments on beats rather than between, speeds that change little and are not unusual, other moments on
/// halves, thirds and quarters of beats. The path is found by dynamic programming over pairs of successive beats, which are at
/// most [#REACH] moments apart; beats without a note are allowed between. The principles are those of Dixon, "Automatic
/// extraction of tempo and beat from expressive performances" (2001), and of Temperley's Melisma. Which beats begin bars is
/// then asked of [MetreFinder]. Work is proportional to the number of moments.
public final class BeatTracker {

    private static final double TOGETHER_SECONDS = 0.04;
    private static final double SHORTEST_SECONDS = 0.2;
    private static final double LONGEST_SECONDS = 2;
    private static final int MOST_BEATS = 3;
    private static final int REACH = 40;

    private BeatTracker() {
    }

    /// The beats of a score in clock time; none where fewer than two moments have notes.
    public static Beats track(Score score) {
        return track(score, BeatWeights.USUAL);
    }

    /// The beats, by weights of one's own.
    public static Beats track(Score score, BeatWeights weights) {
        TempoMap tempos = TempoMap.of(score);
        Moments moments = Moments.of(score, tempos);
        List<Double> seconds = new Path(moments, weights).beats();
        return Downbeats.of(score, tempos, seconds);
    }

    /// Where notes begin.
    ///
    /// @param seconds ascending
    /// @param salience how much they stand out, 1 on average
    record Moments(double[] seconds, double[] salience) {

        static Moments of(Score score, TempoMap tempos) {
            List<Note> notes = new ArrayList<>();
            for (Part part : score.parts()) {
                notes.addAll(part.notes());
            }
            notes.sort(Comparator.comparingLong(Note::onset));
            double[] seconds = new double[notes.size()];
            double[] salience = new double[notes.size()];
            int n = 0;
            double first = 0;
            double longest = 0;
            double loud = 0;
            double lowest = 0;
            int count = 0;
            for (int i = 0; i <= notes.size(); i++) {
                double at = i < notes.size() ? tempos.seconds(notes.get(i).onset()) : Double.POSITIVE_INFINITY;
                if (count > 0 && at > first + TOGETHER_SECONDS) {
                    salience[n] = (0.5 + Math.min(1.5, longest)) * (1 + 0.3 * Math.min(4, count - 1)) * (loud / 64) * (1 + lowest);
                    seconds[n++] = first;
                    count = 0;
                }
                if (i < notes.size()) {
                    Note note = notes.get(i);
                    double length = tempos.seconds(note.end()) - at;
                    double depth = Math.clamp((60 - note.pitch().midi()) / 24.0, 0, 1);
                    first = count == 0 ? at : first;
                    longest = count == 0 ? length : Math.max(longest, length);
                    loud = count == 0 ? note.velocity() : Math.max(loud, note.velocity());
                    lowest = count == 0 ? depth : Math.max(lowest, depth);
                    count++;
                }
            }
            double mean = Math.max(1e-9, Arrays.stream(salience, 0, n).average().orElse(1));
            for (int i = 0; i < n; i++) {
                salience[i] = Math.min(4, salience[i] / mean);
            }
            return new Moments(Arrays.copyOf(seconds, n), Arrays.copyOf(salience, n));
        }
    }

    /// The best path, pair by pair. A pair is a moment, how many moments back the beat before it is, and how many beats lie
    /// between (the others have no note).
    private static final class Path {
        private static final int PAIRS = REACH * MOST_BEATS;

        private final double[] at;
        private final double[] salience;
        private final BeatWeights weights;

        Path(Moments moments, BeatWeights weights) {
            at = moments.seconds;
            salience = moments.salience;
            this.weights = weights;
        }

        List<Double> beats() {
            int n = at.length;
            if (n < 2) {
                return List.of();
            }
            float[][] best = new float[n][];
            byte[][] before = new byte[n][];
            for (int i = 0; i < n; i++) {
                best[i] = new float[PAIRS];
                before[i] = new byte[PAIRS];
                Arrays.fill(best[i], Float.NEGATIVE_INFINITY);
                Arrays.fill(before[i], (byte) -1);
                for (int back = 1; back <= Math.min(REACH, i); back++) {
                    double span = at[i] - at[i - back];
                    if (span > LONGEST_SECONDS * MOST_BEATS) {
                        break;
                    }
                    for (int beats = 1; beats <= MOST_BEATS; beats++) {
                        double beat = span / beats;
                        if (beat >= SHORTEST_SECONDS && beat <= LONGEST_SECONDS) {
                            pair(i, back, beats, best, before);
                        }
                    }
                }
            }
            return traced(best, before);
        }

        private void pair(int i, int back, int beats, float[][] best, byte[][] before) {
            int from = i - back;
            double span = at[i] - at[from];
            double beat = span / beats;
            double most = -0.5 * LONGEST_SECONDS * Math.min(from, 8);  // a path may begin here, though late beginnings cost
            int choice = -1;
            for (int pair = 0; pair < PAIRS && best[from] != null; pair++) {
                if (best[from][pair] > most) {
                    int further = from - (pair / MOST_BEATS + 1);
                    double ratio = log2(beat / ((at[from] - at[further]) / (pair % MOST_BEATS + 1)));
                    double sum = best[from][pair] - weights.steady() * ratio * ratio;
                    if (Math.abs(ratio) < 0.8 && sum > most) {
                        most = sum;
                        choice = pair;
                    }
                }
            }
            int pair = (back - 1) * MOST_BEATS + beats - 1;
            best[i][pair] = (float) (most + gain(from, i, beats));
            before[i][pair] = (byte) choice;
        }

        private double gain(int from, int to, int beats) {
            double span = at[to] - at[from];
            double beat = span / beats;
            double usual = log2(beat / weights.usualSeconds());
            double between = 0;
            double off = 0;
            double fourths = 0;
            for (int i = from + 1; i < to; i++) {
                double place = (at[i] - at[from]) / beat;
                place -= Math.floor(place);
                double half = Math.min(Math.min(place, 1 - place), Math.abs(place - 0.5));
                double third = Math.min(Math.abs(place - 1 / 3.0), Math.abs(place - 2 / 3.0));
                double fourth = Math.min(Math.abs(place - 0.25), Math.abs(place - 0.75));
                off += salience[i] * Math.min(half, Math.min(third, fourth));
                fourths += fourth < Math.min(half, third) ? 1 : 0;
                between += salience[i];
            }
            int inner = to - from - 1;
            double contrast = salience[to] - (inner == 0 ? 1 : between / inner);
            return span * (weights.salience() * contrast - weights.usual() * usual * usual
                    - (inner == 0 ? 0 : weights.grid() * off / inner + weights.fourth() * fourths / inner)
                    - weights.missing() * (beats - 1) / beats);
        }

        private static double log2(double ratio) {
            return StrictMath.log(ratio) / StrictMath.log(2);
        }

        private List<Double> traced(float[][] best, byte[][] before) {
            int moment = -1;
            int pair = -1;
            for (int i = Math.max(1, at.length - 8); i < at.length; i++) {
                for (int p = 0; p < PAIRS; p++) {
                    if (best[i][p] > Float.NEGATIVE_INFINITY && (moment < 0 || best[i][p] > best[moment][pair])) {
                        moment = i;
                        pair = p;
                    }
                }
            }
            List<Double> beats = new ArrayList<>();
            while (moment >= 0 && pair >= 0) {
                int from = moment - (pair / MOST_BEATS + 1);
                int count = pair % MOST_BEATS + 1;
                for (int beat = 0; beat < count; beat++) {
                    beats.add(at[moment] - (at[moment] - at[from]) * beat / count);
                }
                pair = before[moment][pair];
                moment = from;
            }
            if (moment >= 0 && !beats.isEmpty()) {
                beats.add(at[moment]);
            }
            return beats.reversed();
        }
    }
}
