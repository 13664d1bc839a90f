package dev.cadenza.score.harmony;

import dev.cadenza.score.Mode;
import dev.cadenza.score.Spelling;
import dev.cadenza.score.harmony.RomanNumeral.AugmentedSixth;
import dev.cadenza.score.harmony.RomanNumeral.OnDegree;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.Key;
import dev.cadenza.score.theory.Scale;
import java.util.List;

/// Finds the numeral of a chord.
final class NumeralNamer {

    /// Roots of triads that can be keys for the moment, with their modes, in semitones above the tonic.
    private static final int[][] MAJOR_KEYS = {{2, 1}, {4, 1}, {5, 0}, {7, 0}, {9, 1}};
    private static final int[][] MINOR_KEYS = {{3, 0}, {5, 1}, {7, 0}, {8, 0}, {10, 0}};

    private NumeralNamer() {
    }

    static RomanNumeral name(Chord chord, Key key) {
        ChordQuality quality = NumeralQualities.nearest(chord.quality());
        int above = Math.floorMod(chord.root().pitchClass() - key.tonic(), 12);
        int bass = Math.floorMod(chord.bass().pitchClass() - chord.root().pitchClass(), 12);
        int inversion = Math.max(0, quality.intervals().indexOf(bass));
        if (above == 8 && (chord.quality() == ChordQuality.DOMINANT_7 || chord.quality() == ChordQuality.DOMINANT_7_FLAT_5)) {
            return new AugmentedSixth(chord.quality() == ChordQuality.DOMINANT_7 ? AugmentedSixth.Kind.GERMAN : AugmentedSixth.Kind.FRENCH,
                    inversion, List.of());
        }
        for (int[] target : key.mode() == Mode.MINOR ? MINOR_KEYS : MAJOR_KEYS) {
            if (leadsTo(above, target[0], quality) && !belongs(chord, quality, key)) {
                KeyDegree applied = new KeyDegree(Degree.usual(target[0]), target[1] == 1 ? Mode.MINOR : Mode.MAJOR);
                Degree degree = Math.floorMod(above - target[0], 12) == 7 ? new Degree(5, 0) : new Degree(7, 0);
                return new OnDegree(degree, quality, inversion, List.of(applied));
            }
        }
        return new OnDegree(Degree.of(near(chord, key), key), quality, inversion, List.of());
    }

    /// The root as it would be written in the key where it is written in a plain spelling that the key does not have.
    private static Spelling near(Chord chord, Key key) {
        int above = Math.floorMod(chord.root().pitchClass() - key.tonic(), 12);
        Degree written = Degree.of(chord.root(), key);
        return Math.abs(written.alter()) <= 1 && written.semitones() == above && isUsual(written, chord)
                ? chord.root() : Degree.usual(above).spelling(key);
    }

    /// Degrees that occur: raised ones carry chords that lead upwards, lowered ones carry major chords.
    private static boolean isUsual(Degree degree, Chord chord) {
        return degree.equals(Degree.usual(degree.semitones())) || degree.alter() > 0 && !chord.quality().intervals().contains(7);
    }

    /// Whether it is the dominant or the leading-tone chord of a key.
    private static boolean leadsTo(int above, int target, ChordQuality quality) {
        int distance = Math.floorMod(above - target, 12);
        return switch (quality) {
            case MAJOR, DOMINANT_7, AUGMENTED, DOMINANT_9, DOMINANT_7_FLAT_9 -> distance == 7;
            case DIMINISHED, DIMINISHED_7, HALF_DIMINISHED -> distance == 11;
            default -> false;
        };
    }

    /// Whether the key has this chord itself: of its own notes, or one that is usual in it.
    private static boolean belongs(Chord chord, ChordQuality quality, Key key) {
        int above = Math.floorMod(chord.root().pitchClass() - key.tonic(), 12);
        boolean minor = key.mode() == Mode.MINOR;
        boolean leading = above == 11 && switch (quality) {
            case DIMINISHED, DIMINISHED_7, HALF_DIMINISHED -> true;
            default -> false;
        };
        boolean borrowed = !minor && quality == ChordQuality.MAJOR && (above == 3 || above == 8 || above == 10 || above == 1)
                || !minor && above == 2 && (quality == ChordQuality.DIMINISHED || quality == ChordQuality.HALF_DIMINISHED);
        boolean neapolitan = above == 1 && quality == ChordQuality.MAJOR;
        Scale scale = minor ? Scale.NATURAL_MINOR : Scale.MAJOR;
        boolean own = quality.intervals().stream().allMatch(tone -> scale.contains(key.tonic(), chord.root().pitchClass() + tone));
        boolean seventhOfMinor = minor && own && quality == ChordQuality.DOMINANT_7 && above == 10;
        return leading || borrowed || neapolitan || own && !seventhOfMinor
                || minor && (above == 7 || above == 5 && quality == ChordQuality.MAJOR);
    }
}
