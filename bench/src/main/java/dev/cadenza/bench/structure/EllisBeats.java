package dev.cadenza.bench.structure;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.theory.TempoMap;
import java.util.ArrayList;
import java.util.List;

/// Beats after Ellis, "Beat tracking by dynamic programming" (2007), on note onsets in frames of 10 ms: one tempo from the
/// autocorrelation under a log-normal preference for 120 beats a minute, then the path of strong frames at about that distance.
final class EllisBeats {

    private static final double FRAME = 0.01;
    private static final double TIGHT = 100;

    private EllisBeats() {
    }

    static List<Double> of(Score score) {
        double[] strength = strength(score);
        int period = period(strength);
        int n = strength.length;
        double[] best = new double[n];
        int[] before = new int[n];
        for (int t = 0; t < n; t++) {
            double most = 0;
            before[t] = -1;
            for (int back = period / 2; back <= 2 * period && back <= t; back++) {
                double ratio = Math.log((double) back / period);
                double sum = best[t - back] - TIGHT * ratio * ratio;
                if (sum > most) {
                    most = sum;
                    before[t] = t - back;
                }
            }
            best[t] = most + strength[t];
        }
        int last = 0;
        for (int t = Math.max(0, n - 2 * period); t < n; t++) {
            last = best[t] > best[last] ? t : last;
        }
        List<Double> beats = new ArrayList<>();
        for (int t = last; t >= 0; t = before[t]) {
            beats.add(t * FRAME);
        }
        return beats.reversed();
    }

    private static double[] strength(Score score) {
        TempoMap tempos = TempoMap.of(score);
        double[] raw = new double[(int) Math.min(1_000_000, tempos.seconds(score.end()) / FRAME + 10)];
        for (Part part : score.parts()) {
            for (Note note : part.notes()) {
                int at = (int) (tempos.seconds(note.onset()) / FRAME);
                for (int d = -4; d <= 4; d++) {
                    if (at + d >= 0 && at + d < raw.length) {
                        raw[at + d] += note.velocity() / 64.0 * Math.exp(-0.5 * d * d / 4.0);
                    }
                }
            }
        }
        double square = 0;
        for (double value : raw) {
            square += value * value / raw.length;
        }
        for (int t = 0; t < raw.length; t++) {
            raw[t] /= Math.sqrt(Math.max(1e-9, square));
        }
        return raw;
    }

    private static int period(double[] strength) {
        int best = 50;
        double most = -1;
        for (int lag = 20; lag <= 200; lag++) {
            double sum = 0;
            for (int t = lag; t < strength.length; t++) {
                sum += strength[t] * strength[t - lag];
            }
            double octaves = Math.log(lag / 50.0) / Math.log(2);
            sum *= Math.exp(-0.5 * octaves * octaves / (0.9 * 0.9));
            if (sum > most) {
                most = sum;
                best = lag;
            }
        }
        return best;
    }
}
