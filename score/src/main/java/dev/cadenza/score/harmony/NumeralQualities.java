package dev.cadenza.score.harmony;

import dev.cadenza.score.theory.ChordQuality;
import dev.cadenza.score.theory.Interval;

/// The kinds of chord for which there are numerals.
public final class NumeralQualities {

    private NumeralQualities() {
    }

    /// The kind that is said in a numeral for a chord: itself, or the chord without what no numeral says.
    public static ChordQuality nearest(ChordQuality quality) {
        return switch (quality) {
            case MAJOR, MINOR, DIMINISHED, AUGMENTED, DOMINANT_7, MINOR_7, MAJOR_7, HALF_DIMINISHED, DIMINISHED_7, MINOR_MAJOR_7,
                    AUGMENTED_7, AUGMENTED_MAJOR_7, SUSPENDED_4, SUSPENDED_2, DOMINANT_7_SUSPENDED_4, MAJOR_6, MINOR_6,
                    ADDED_9, MINOR_ADDED_9, DOMINANT_9, MAJOR_9, MINOR_9, DOMINANT_7_FLAT_9 -> quality;
            case POWER -> ChordQuality.MAJOR;
            case DOMINANT_7_FLAT_5, DOMINANT_7_SHARP_9, DOMINANT_11, DOMINANT_13 -> ChordQuality.DOMINANT_7;
            case MAJOR_13 -> ChordQuality.MAJOR_7;
            case MINOR_11, MINOR_13 -> ChordQuality.MINOR_7;
            case SIX_NINE -> ChordQuality.MAJOR_6;
            case MINOR_SIX_NINE -> ChordQuality.MINOR_6;
            case DOMINANT_9_SUSPENDED_4 -> ChordQuality.DOMINANT_7_SUSPENDED_4;
        };
    }

    /// Whether it is written in small letters.
    static boolean isSmall(ChordQuality quality) {
        return switch (quality) {
            case MINOR, MINOR_7, DIMINISHED, DIMINISHED_7, HALF_DIMINISHED, MINOR_MAJOR_7, MINOR_6, MINOR_ADDED_9, MINOR_9 -> true;
            default -> false;
        };
    }

    /// The written interval from the root to a tone of a chord: the second tone is a third above it, unless it sounds otherwise.
    ///
    /// @param place of the tone in [ChordQuality#intervals]
    static Interval interval(int place, int semitones) {
        int number = switch (place) {
            case 0 -> 1;
            case 1 -> semitones == 2 ? 2 : semitones == 5 ? 4 : 3;
            case 2 -> 5;
            case 3 -> semitones == 2 ? 2 : semitones == 9 ? 6 : 7;
            default -> 2;
        };
        return new Interval(number, semitones);
    }
}
