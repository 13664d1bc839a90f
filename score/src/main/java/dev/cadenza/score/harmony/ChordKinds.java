package dev.cadenza.score.harmony;

import dev.cadenza.score.theory.ChordQuality;
import java.util.List;

/// The kinds of chord that are told apart when music is analysed, and the numbers of chords: twelve roots of each kind.
public final class ChordKinds {

    /// In a fixed order: the tables of the model follow it.
    public static final List<ChordQuality> KINDS = List.of(ChordQuality.MAJOR, ChordQuality.MINOR, ChordQuality.DOMINANT_7,
            ChordQuality.MINOR_7, ChordQuality.MAJOR_7, ChordQuality.DIMINISHED, ChordQuality.HALF_DIMINISHED,
            ChordQuality.DIMINISHED_7, ChordQuality.AUGMENTED, ChordQuality.SUSPENDED_4);

    /// How many chords there are.
    public static final int CHORDS = 12 * KINDS.size();

    private ChordKinds() {
    }

    /// The place of the nearest kind in [#KINDS].
    public static int of(ChordQuality quality) {
        ChordQuality near = switch (quality.reduced()) {
            case MAJOR_6, POWER, SUSPENDED_2, ADDED_9, SIX_NINE -> ChordQuality.MAJOR;
            case MINOR_6, MINOR_MAJOR_7, MINOR_ADDED_9, MINOR_SIX_NINE -> ChordQuality.MINOR;
            case DOMINANT_7_SUSPENDED_4, DOMINANT_9_SUSPENDED_4 -> ChordQuality.SUSPENDED_4;
            case AUGMENTED_7, AUGMENTED_MAJOR_7 -> ChordQuality.AUGMENTED;
            case DOMINANT_7_FLAT_5 -> ChordQuality.DOMINANT_7;
            default -> quality.reduced();
        };
        return KINDS.indexOf(near);
    }

    /// The number of a chord.
    ///
    /// @param root 0..11
    /// @param kind place in [#KINDS]
    static int number(int root, int kind) {
        return root * KINDS.size() + kind;
    }

    static int root(int chord) {
        return chord / KINDS.size();
    }

    static int kind(int chord) {
        return chord % KINDS.size();
    }
}
