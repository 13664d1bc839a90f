package dev.cadenza.score.abc;

import dev.cadenza.score.abc.Above.Grace;
import java.util.ArrayList;
import java.util.List;

/// What was read for the next sound.
final class Pending {

    private static final int MOST = 32;

    private String chord = "";
    private final List<String> decorations = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<Grace> graces = new ArrayList<>();
    private int slurs;

    boolean hasChord() {
        return !chord.isEmpty();
    }

    void chord(String text) {
        chord = text;
    }

    void decoration(String name) {
        if (decorations.size() < MOST) {
            decorations.add(name);
        }
    }

    void words(String text) {
        if (words.size() < MOST) {
            words.add(text);
        }
    }

    /// @return whether there was room
    boolean grace(Grace grace) {
        return graces.size() < MOST && graces.add(grace);
    }

    void slur() {
        slurs++;
    }

    Above take() {
        if (chord.isEmpty() && decorations.isEmpty() && words.isEmpty() && graces.isEmpty() && slurs == 0) {
            return Above.NOTHING;
        }
        Above above = new Above(chord, List.copyOf(decorations), List.copyOf(words), List.copyOf(graces), slurs, 0);
        chord = "";
        decorations.clear();
        words.clear();
        graces.clear();
        slurs = 0;
        return above;
    }
}
