package dev.cadenza.score.harmony;

import dev.cadenza.score.Mode;
import dev.cadenza.score.theory.KeyFinder;

/// How well what sounds suits the profiles of keys: how much each degree counts in a key, whatever the chords.
///
/// The chords say much about the key where they are those of textbooks; where they are not, as in songs that turn around the
/// sixth degree, how long each pitch class sounds is the better witness. Both count here. The profiles are those of Krumhansl and Kessler
/// ("Tracing the dynamic changes in perceived tonal organization", 1982), Temperley ("The Cognition of Basic Musical Structures", 2001) and
/// of the Kostka-Payne corpus (Temperley, "Music and Probability", 2007).
final class KeyProfiles {

    private static final double[][][] PROFILES = {
        {{6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88},
            {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17}},
        {{5.0, 2.0, 3.5, 2.0, 4.5, 4.0, 2.0, 4.5, 2.0, 3.5, 1.5, 4.0},
            {5.0, 2.0, 3.5, 4.5, 2.0, 4.0, 2.0, 4.5, 3.5, 2.0, 1.5, 4.0}},
        {KeyFinder.profile(Mode.MAJOR), KeyFinder.profile(Mode.MINOR)}};

    /// What it adds to a correlation that the lowest tone at the beginning or at the end of the piece is the tonic.
    private static final double FIRST = 0.07;
    private static final double LAST = 0.15;

    /// Slices before and behind that are heard around one: four bars of common time.
    private static final int REACH = 32;

    private final double[][] sums;   // by slice: of all slices before it, by pitch class
    private int first = -1;          // lowest pitch class where the piece begins
    private int last = -1;           // and where it ends

    KeyProfiles(Slices slices) {
        sums = new double[slices.count() + 1][12];
        for (int slice = 0; slice < slices.count(); slice++) {
            for (int tone = 0; tone < 12; tone++) {
                sums[slice + 1][tone] = sums[slice][tone] + slices.sounding(slice)[tone];
            }
            int bass = slices.bass(slice);
            first = first < 0 ? bass : first;
            last = bass < 0 ? last : bass;
        }
    }

    /// How well the whole piece suits each key: mean correlation, -1..1, and a little for a tonic that lies lowest at its beginning and end.
    double[] piece() {
        double[] suits = correlations(0, sums.length - 1);
        for (int key = 0; key < suits.length; key++) {
            suits[key] += (key % 12 == first ? FIRST : 0) + (key % 12 == last ? LAST : 0);
        }
        return suits;
    }

    /// How well what sounds around a slice suits each key: mean correlation, -1..1.
    double[] around(int slice) {
        return correlations(Math.max(0, slice - REACH), Math.min(sums.length - 1, slice + REACH + 1));
    }

    private double[] correlations(int from, int to) {
        double[] heard = new double[12];
        for (int tone = 0; tone < 12; tone++) {
            heard[tone] = sums[to][tone] - sums[from][tone];
        }
        double[] found = new double[HarmonyModel.KEYS];
        for (double[][] profile : PROFILES) {
            for (int key = 0; key < found.length; key++) {
                found[key] += KeyFinder.correlation(heard, profile[key / 12], key % 12) / PROFILES.length;
            }
        }
        return found;
    }
}
