package dev.cadenza.corpus;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.List;
import java.util.Optional;

/// Keys of music that does not state them: how long each pitch class sounds, compared with the profiles of the 24 keys
/// (Krumhansl and Kessler, 1982), with some weight on a last note that is the tonic.
public final class Keys {

    private static final double[] MAJOR = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};
    private static final double[] MINOR = {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};

    /// What ending on the tonic adds to a correlation.
    private static final double LAST_NOTE = 0.2;
    private static final int PITCH_CLASSES = 12;

    private Keys() {
    }

    /// The likeliest key of a whole score, from tick 0 on; empty where there are no notes but drums.
    public static Optional<KeySignature> likeliest(Score score) {
        double[] heard = new double[PITCH_CLASSES];
        Note last = null;
        for (Part part : score.parts()) {
            if (!part.instrument().drums()) {
                add(heard, part.notes(), 0, Long.MAX_VALUE);
                for (Note note : part.notes()) {
                    last = last == null || closes(note, last) ? note : last;
                }
            }
        }
        if (last == null) {
            return Optional.empty();
        }
        int best = 1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int key = 1; key < Contexts.KEYS; key++) {
            int tonic = (key - 1) % PITCH_CLASSES;
            double fit = fit(heard, key > PITCH_CLASSES ? MINOR : MAJOR, tonic)
                    + (last.pitch().pitchClass() == tonic ? LAST_NOTE : 0);
            if (fit > highest) {
                highest = fit;
                best = key;
            }
        }
        return Optional.of(Contexts.signature(0, best));
    }

    private static boolean closes(Note note, Note last) {
        return note.end() > last.end() || note.end() == last.end() && note.pitch().midi() < last.pitch().midi();
    }

    /// The mode whose profile fits the notes that begin between two ticks better, under a signature of `fifths`.
    public static Mode likelierMode(List<Note> notes, long fromTick, long toTick, int fifths) {
        double[] heard = new double[PITCH_CLASSES];
        add(heard, notes, fromTick, toTick);
        int tonic = Math.floorMod(fifths * 7, PITCH_CLASSES);
        return fit(heard, MINOR, tonic + 9) > fit(heard, MAJOR, tonic) ? Mode.MINOR : Mode.MAJOR;
    }

    private static void add(double[] heard, List<Note> notes, long from, long to) {
        for (Note note : notes) {
            if (note.onset() >= from && note.onset() < to) {
                heard[note.pitch().pitchClass()] += note.duration();
            }
        }
    }

    /// Pearson's correlation; 0 where all pitch classes sound equally long.
    private static double fit(double[] heard, double[] profile, int tonic) {
        double meanHeard = 0;
        double meanProfile = 0;
        for (int i = 0; i < PITCH_CLASSES; i++) {
            meanHeard += heard[i] / PITCH_CLASSES;
            meanProfile += profile[i] / PITCH_CLASSES;
        }
        double product = 0;
        double squares = 0;
        double heardSquares = 0;
        for (int i = 0; i < PITCH_CLASSES; i++) {
            double deviation = profile[i] - meanProfile;
            double heardDeviation = heard[(i + tonic) % PITCH_CLASSES] - meanHeard;
            product += heardDeviation * deviation;
            squares += deviation * deviation;
            heardSquares += heardDeviation * heardDeviation;
        }
        return heardSquares == 0 ? 0 : product / Math.sqrt(squares * heardSquares);
    }
}
