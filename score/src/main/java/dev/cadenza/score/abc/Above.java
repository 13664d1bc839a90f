package dev.cadenza.score.abc;

import java.util.ArrayList;
import java.util.List;

/// What is written at a sound beside its notes.
///
/// @param chord the chord symbol, empty for none; [#NO_CHORD] where the last one ends
/// @param decorations names as between exclamation marks
/// @param words texts about playing
/// @param graces grace notes before it
/// @param slursBegun how many slurs begin with it
/// @param slursEnded how many end with it
record Above(String chord, List<String> decorations, List<String> words, List<Grace> graces, int slursBegun, int slursEnded) {

    static final String NO_CHORD = "N.C.";
    static final Above NOTHING = new Above("", List.of(), List.of(), List.of(), 0, 0);

    /// A grace note.
    ///
    /// @param tone its length is its own, in atoms
    /// @param denominator its value
    /// @param chord whether it sounds together with the one before it
    record Grace(Tone tone, int denominator, boolean slashed, boolean chord) {
    }

    Above withSlurEnd() {
        return new Above(chord, decorations, words, graces, slursBegun, slursEnded + 1);
    }

    Above withDecoration(String name) {
        List<String> more = new ArrayList<>(decorations);
        more.add(name);
        return new Above(chord, more, words, graces, slursBegun, slursEnded);
    }
}
