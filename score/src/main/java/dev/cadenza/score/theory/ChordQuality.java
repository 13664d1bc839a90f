package dev.cadenza.score.theory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The kind of a chord: its tones above the root, under its usual name, its usual sign behind the root and its shorthand
/// after Harte et al. (2005), as annotated data sets write it. Common kinds come first.
public enum ChordQuality {
    MAJOR("", "maj", 0, 4, 7),
    MINOR("m", "min", 0, 3, 7),
    DOMINANT_7("7", "7", 0, 4, 7, 10),
    MINOR_7("m7", "min7", 0, 3, 7, 10),
    MAJOR_7("maj7", "maj7", 0, 4, 7, 11),
    DIMINISHED("dim", "dim", 0, 3, 6),
    HALF_DIMINISHED("m7b5", "hdim7", 0, 3, 6, 10),
    DIMINISHED_7("dim7", "dim7", 0, 3, 6, 9),
    AUGMENTED("aug", "aug", 0, 4, 8),
    SUSPENDED_4("sus4", "sus4", 0, 5, 7),
    SUSPENDED_2("sus2", "sus2", 0, 2, 7),
    DOMINANT_7_SUSPENDED_4("7sus4", "sus4(b7)", 0, 5, 7, 10),
    MAJOR_6("6", "maj6", 0, 4, 7, 9),
    MINOR_6("m6", "min6", 0, 3, 7, 9),
    MINOR_MAJOR_7("mMaj7", "minmaj7", 0, 3, 7, 11),
    AUGMENTED_7("7#5", "aug(b7)", 0, 4, 8, 10),
    AUGMENTED_MAJOR_7("maj7#5", "aug(7)", 0, 4, 8, 11),
    DOMINANT_7_FLAT_5("7b5", "7(b5)", 0, 4, 6, 10),
    DOMINANT_9("9", "9", 0, 4, 7, 10, 2),
    MAJOR_9("maj9", "maj9", 0, 4, 7, 11, 2),
    MINOR_9("m9", "min9", 0, 3, 7, 10, 2),
    ADDED_9("add9", "maj(9)", 0, 4, 7, 2),
    MINOR_ADDED_9("madd9", "min(9)", 0, 3, 7, 2),
    SIX_NINE("69", "maj6(9)", 0, 4, 7, 9, 2),
    MINOR_SIX_NINE("m69", "min6(9)", 0, 3, 7, 9, 2),
    DOMINANT_7_FLAT_9("7b9", "7(b9)", 0, 4, 7, 10, 1),
    DOMINANT_7_SHARP_9("7#9", "7(#9)", 0, 4, 7, 10, 3),
    DOMINANT_9_SUSPENDED_4("9sus4", "sus4(b7,9)", 0, 5, 7, 10, 2),
    DOMINANT_11("11", "11", 0, 4, 7, 10, 2, 5),
    MINOR_11("m11", "min11", 0, 3, 7, 10, 2, 5),
    DOMINANT_13("13", "13", 0, 4, 7, 10, 2, 9),
    MAJOR_13("maj13", "maj13", 0, 4, 7, 11, 2, 9),
    MINOR_13("m13", "min13", 0, 3, 7, 10, 2, 9),
    POWER("5", "5", 0, 7);

    private final String symbol;
    private final String shorthand;
    private final List<Integer> intervals;

    ChordQuality(String symbol, String shorthand, Integer... intervals) {
        this.symbol = symbol;
        this.shorthand = shorthand;
        this.intervals = List.of(intervals);
    }

    /// What stands behind the root: "m7" in Am7, nothing for a major chord.
    public String symbol() {
        return symbol;
    }

    /// The shorthand of annotated data sets, behind the colon of `A:min7`.
    public String shorthand() {
        return shorthand;
    }

    /// Semitones of the tones above the root, within an octave: root, third, fifth, seventh or sixth, then ninth and above.
    public List<Integer> intervals() {
        return intervals;
    }

    /// The same chord without tones above its seventh or sixth: `m9` becomes `m7`, `add9` a triad, `13` becomes `7`.
    public ChordQuality reduced() {
        return switch (this) {
            case DOMINANT_9, DOMINANT_7_FLAT_9, DOMINANT_7_SHARP_9, DOMINANT_11, DOMINANT_13 -> DOMINANT_7;
            case MAJOR_9, MAJOR_13 -> MAJOR_7;
            case MINOR_9, MINOR_11, MINOR_13 -> MINOR_7;
            case ADDED_9 -> MAJOR;
            case MINOR_ADDED_9 -> MINOR;
            case SIX_NINE -> MAJOR_6;
            case MINOR_SIX_NINE -> MINOR_6;
            case DOMINANT_9_SUSPENDED_4 -> DOMINANT_7_SUSPENDED_4;
            default -> this;
        };
    }

    /// The kind with exactly these tones.
    ///
    /// @param tones semitones above the root, 0..11
    public static Optional<ChordQuality> of(Set<Integer> tones) {
        return Arrays.stream(values()).filter(quality -> new TreeSet<>(quality.intervals).equals(tones)).findFirst();
    }
}
