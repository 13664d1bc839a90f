package dev.cadenza.score.theory;

import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;

/// Finds the key of music by how long each pitch class sounds.
///
/// The sums are correlated with profiles of the 24 keys: how much each degree counts in a key. Method: Krumhansl and
/// Schmuckler (Krumhansl, "Cognitive Foundations of Musical Pitch", 1990); profiles: how often each degree occurs in the
/// Kostka-Payne corpus (Temperley, "Music and Probability", 2007). Where it errs, it mostly names the relative key.
public final class KeyFinder {

    private static final double[] MAJOR = {0.748, 0.060, 0.488, 0.082, 0.670, 0.460, 0.096, 0.715, 0.104, 0.366, 0.057, 0.400};
    private static final double[] MINOR = {0.712, 0.084, 0.474, 0.618, 0.049, 0.460, 0.105, 0.747, 0.404, 0.067, 0.133, 0.330};

    /// Sums of rounded numbers differ by so much where they are equal.
    private static final double EQUAL = 1e-9;

    private KeyFinder() {
    }

    /// What was found.
    ///
    /// @param key the best of the 24
    /// @param correlation of the music with its profile, -1..1; 0 where nothing sounds
    /// @param confidence how far it is ahead of the second best, 0..2; the smaller, the more doubtful
    public record Finding(Key key, double correlation, double confidence) {
    }

    /// The key of a whole piece. Drums do not count; C major without confidence where nothing sounds.
    public static Finding find(Score score) {
        return find(durations(score, 0, Long.MAX_VALUE));
    }

    /// The key of what sounds from one tick up to before another.
    public static Finding find(Score score, long from, long to) {
        return find(durations(score, from, to));
    }

    /// The key of a distribution of pitch classes.
    ///
    /// @param weights of the pitch classes C, C# .. B, each 0 or more
    public static Finding find(double[] weights) {
        if (weights.length != 12) {
            throw new IllegalArgumentException("there are 12 pitch classes, not " + weights.length);
        }
        Key best = new Key(0, Mode.MAJOR);
        double first = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        for (Mode mode : Mode.values()) {
            for (int tonic = 0; tonic < 12; tonic++) {
                double r = correlation(weights, mode == Mode.MAJOR ? MAJOR : MINOR, tonic);
                if (r > first) {
                    second = first;
                    first = r;
                    best = Key.on(tonic, mode);
                } else if (r > second) {
                    second = r;
                }
            }
        }
        return new Finding(best, first, first - second);
    }

    /// The mode of music under a signature that does not say it: that of the key that is found, where it has this signature;
    /// else the one whose tonic sounds longer.
    ///
    /// @param weights of the pitch classes C, C# .. B, each 0 or more
    /// @param fifths sharps or flats of the signature, -7..7
    public static Mode likelierMode(double[] weights, int fifths) {
        Key found = find(weights).key();
        if (found.fifths() == fifths) {
            return found.mode();
        }
        double major = weights[new Key(fifths, Mode.MAJOR).tonic()];
        return weights[new Key(fifths, Mode.MINOR).tonic()] > major ? Mode.MINOR : Mode.MAJOR;
    }

    private static double[] durations(Score score, long from, long to) {
        double[] sums = new double[12];
        for (Part part : score.parts()) {
            if (!part.instrument().drums()) {
                for (Note note : part.notes()) {
                    long sounding = Math.min(note.end(), to) - Math.max(note.onset(), from);
                    sums[note.pitch().pitchClass()] += Math.max(0, sounding);
                }
            }
        }
        return sums;
    }

    /// The profile of a mode from its tonic upwards: how often each degree occurs in the Kostka-Payne corpus.
    public static double[] profile(Mode mode) {
        return (mode == Mode.MAJOR ? MAJOR : MINOR).clone();
    }

    /// Pearson's correlation of pitch classes with the profile of a key; 0 where all weights are equal.
    ///
    /// @param weights of the pitch classes C, C# .. B
    /// @param profile from the tonic upwards
    /// @param tonic 0 for C
    public static double correlation(double[] weights, double[] profile, int tonic) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < 12; i++) {
            x += weights[i] / 12;
            y += profile[i] / 12;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < 12; i++) {
            double dx = weights[(tonic + i) % 12] - x;
            double dy = profile[i] - y;
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
        return xx < EQUAL ? 0 : xy / Math.sqrt(xx * yy);
    }
}
