package dev.cadenza.evaluate.structure;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.score.Note;
import java.util.Arrays;

/// How much each moment of a piece sounds like each other one.
///
/// The piece is cut into frames of a quarter note, or, where that makes more than [#MOST_FRAMES], into so many of equal length.
/// Each frame has the time that each pitch class sounds in it and, by half, in its neighbours. Frames are compared by the
/// cosine of the angle between them, averaged over four frames in a row forward and backward, so that passages count and not
/// single chords. Of all pairs the fifth that is most alike keeps its value, scaled to 0..1; the others cost 2, as in the work
/// of Müller, Jiang and Grosche (2013).
///
/// @param values frames x frames; 1 on the diagonal, at most 1 elsewhere
/// @param secondsPerFrame how long a frame lasts, on average
record SelfSimilarity(double[][] values, double secondsPerFrame) {

    static final int MOST_FRAMES = 96;
    private static final int CLASSES = 12;
    private static final int SMOOTHED = 4;
    private static final double KEPT = 0.2;
    private static final double PENALTY = -2;

    /// Of the parts with pitches; without frames where nothing sounds.
    static SelfSimilarity of(Hearing hearing) {
        long end = hearing.pitched().stream().mapToLong(Note::end).max().orElse(0);
        long quarters = Math.ceilDiv(end, hearing.score().resolution());
        int frames = (int) Math.min(MOST_FRAMES, quarters);
        if (frames == 0) {
            return new SelfSimilarity(new double[0][0], 0);
        }
        double[][] chroma = normalised(spread(chroma(hearing, frames, (double) end / frames)));
        return new SelfSimilarity(thresholded(smoothed(cosines(chroma))), hearing.tempos().seconds(end) / frames);
    }

    int frames() {
        return values.length;
    }

    private static double[][] chroma(Hearing hearing, int frames, double ticks) {
        double[][] chroma = new double[frames][CLASSES];
        for (Note note : hearing.pitched()) {
            int first = (int) Math.min(frames - 1, note.onset() / ticks);
            int last = (int) Math.min(frames - 1, note.end() / ticks);
            for (int frame = first; frame <= last; frame++) {
                double from = Math.max(note.onset(), frame * ticks);
                double to = Math.min(note.end(), (frame + 1) * ticks);
                chroma[frame][note.pitch().midi() % CLASSES] += Math.max(0, to - from);
            }
        }
        return chroma;
    }

    private static double[][] spread(double[][] chroma) {
        double[][] spread = new double[chroma.length][CLASSES];
        for (int frame = 0; frame < chroma.length; frame++) {
            for (int i = 0; i < CLASSES; i++) {
                spread[frame][i] = chroma[frame][i] + (frame > 0 ? chroma[frame - 1][i] / 2 : 0)
                        + (frame + 1 < chroma.length ? chroma[frame + 1][i] / 2 : 0);
            }
        }
        return spread;
    }

    private static double[][] normalised(double[][] chroma) {
        for (double[] frame : chroma) {
            double length = Math.sqrt(product(frame, frame));
            for (int i = 0; i < CLASSES && length > 0; i++) {
                frame[i] /= length;
            }
        }
        return chroma;
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < CLASSES; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double[][] cosines(double[][] chroma) {
        double[][] cosines = new double[chroma.length][chroma.length];
        for (int i = 0; i < chroma.length; i++) {
            for (int j = 0; j < chroma.length; j++) {
                cosines[i][j] = product(chroma[i], chroma[j]);
            }
        }
        return cosines;
    }

    /// The larger one of the means along the diagonal, forward and backward.
    private static double[][] smoothed(double[][] cosines) {
        int frames = cosines.length;
        double[][] smoothed = new double[frames][frames];
        for (int i = 0; i < frames; i++) {
            for (int j = 0; j < frames; j++) {
                smoothed[i][j] = Math.max(mean(cosines, i, j, 1), mean(cosines, i, j, -1));
            }
        }
        return smoothed;
    }

    private static double mean(double[][] cosines, int i, int j, int direction) {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < SMOOTHED; k++) {
            int a = i + direction * k;
            int b = j + direction * k;
            if (a >= 0 && b >= 0 && a < cosines.length && b < cosines.length) {
                sum += cosines[a][b];
                count++;
            }
        }
        return sum / count;
    }

    private static double[][] thresholded(double[][] values) {
        int frames = values.length;
        double[] all = new double[frames * frames];
        for (int i = 0; i < frames; i++) {
            System.arraycopy(values[i], 0, all, i * frames, frames);
        }
        Arrays.sort(all);
        double threshold = all[(int) ((1 - KEPT) * (all.length - 1))];
        double highest = all[all.length - 1];
        for (int i = 0; i < frames; i++) {
            for (int j = 0; j < frames; j++) {
                boolean kept = values[i][j] >= threshold && values[i][j] > 0;
                values[i][j] = i == j ? 1 : !kept ? PENALTY : highest > threshold ? (values[i][j] - threshold) / (highest - threshold) : 1;
            }
        }
        return values;
    }
}
