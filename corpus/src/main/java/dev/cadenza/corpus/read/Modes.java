package dev.cadenza.corpus.read;

import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import java.util.List;

/// Tells major from minor where a file gives the accidentals of a key but not its mode.
final class Modes {

    /// How well each degree of a key fits (Krumhansl and Kessler, 1982), from the tonic up in semitones.
    private static final double[] MAJOR = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};
    private static final double[] MINOR = {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};

    private Modes() {
    }

    /// The mode whose profile fits the notes that begin between two ticks better, under a signature of `fifths`.
    static Mode likelier(List<Note> notes, long from, long to, int fifths) {
        double[] heard = new double[12];
        for (Note note : notes) {
            if (note.onset() >= from && note.onset() < to) {
                heard[note.pitch().pitchClass()] += note.duration();
            }
        }
        int tonic = Math.floorMod(fifths * 7, 12);
        return fit(heard, MINOR, tonic + 9) > fit(heard, MAJOR, tonic) ? Mode.MINOR : Mode.MAJOR;
    }

    private static double fit(double[] heard, double[] profile, int tonic) {
        double meanHeard = 0;
        double meanProfile = 0;
        for (int i = 0; i < 12; i++) {
            meanHeard += heard[i] / 12;
            meanProfile += profile[i] / 12;
        }
        double product = 0;
        double square = 0;
        for (int i = 0; i < 12; i++) {
            double deviation = profile[i] - meanProfile;
            product += (heard[(i + tonic) % 12] - meanHeard) * deviation;
            square += deviation * deviation;
        }
        return product / Math.sqrt(square);
    }
}
