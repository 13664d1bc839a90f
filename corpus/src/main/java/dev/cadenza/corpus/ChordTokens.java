package dev.cadenza.corpus;

import dev.cadenza.score.Spelling;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.ChordQuality;
import java.util.ArrayList;
import java.util.List;

/// The chords that a lead sheet has tokens for, by number: twelve roots times eleven kinds.
final class ChordTokens {

    /// The kinds; the others are written as the nearest of these.
    static final List<ChordQuality> KINDS = List.of(ChordQuality.MAJOR, ChordQuality.MINOR, ChordQuality.DOMINANT_7,
            ChordQuality.MINOR_7, ChordQuality.MAJOR_7, ChordQuality.DIMINISHED, ChordQuality.HALF_DIMINISHED,
            ChordQuality.DIMINISHED_7, ChordQuality.AUGMENTED, ChordQuality.SUSPENDED_4, ChordQuality.SUSPENDED_2);

    static final int ROOTS = 12;
    static final int COUNT = ROOTS * KINDS.size();

    /// Stands for no chord.
    static final int NONE = -1;

    private ChordTokens() {
    }

    /// Names in the shorthand of Harte et al. (2005): `C:maj7`.
    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int number = 0; number < COUNT; number++) {
            names.add(Spelling.plain(root(number)) + ":" + kind(number).shorthand());
        }
        return names;
    }

    static int root(int number) {
        return number / KINDS.size();
    }

    static ChordQuality kind(int number) {
        return KINDS.get(number % KINDS.size());
    }

    static int number(int root, ChordQuality kind) {
        return root * KINDS.size() + KINDS.indexOf(nearest(kind));
    }

    /// The chord without its bass, of the nearest kind.
    static int number(Chord chord) {
        return number(chord.root().pitchClass(), chord.quality());
    }

    static int transposed(int number, int semitones) {
        return number(Math.floorMod(root(number) + semitones, ROOTS), kind(number));
    }

    /// What lies above the seventh goes first; then sixths become triads, altered sevenths plain ones, a bare fifth a major
    /// chord.
    static ChordQuality nearest(ChordQuality kind) {
        return switch (kind.reduced()) {
            case MAJOR_6, POWER -> ChordQuality.MAJOR;
            case MINOR_6, MINOR_MAJOR_7 -> ChordQuality.MINOR;
            case DOMINANT_7_SUSPENDED_4 -> ChordQuality.SUSPENDED_4;
            case AUGMENTED_7, DOMINANT_7_FLAT_5 -> ChordQuality.DOMINANT_7;
            case AUGMENTED_MAJOR_7 -> ChordQuality.AUGMENTED;
            default -> kind.reduced();
        };
    }
}
