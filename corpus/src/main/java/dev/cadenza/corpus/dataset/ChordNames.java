package dev.cadenza.corpus.dataset;

import dev.cadenza.score.ChordSymbol;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.theory.Chord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Chord symbols for a part that plays block chords.
final class ChordNames {

    private ChordNames() {
    }

    /// A symbol where the chord changes. Notes that begin together are a chord. A chord without a name, and a silence of more than a quarter, end the last
    /// symbol.
    static List<ChordSymbol> of(Part part, int resolution) {
        List<ChordSymbol> symbols = new ArrayList<>();
        List<Note> notes = part.notes();
        long soundsUntil = 0;
        for (int first = 0; first < notes.size();) {
            int after = first;
            while (after < notes.size() && notes.get(after).onset() == notes.get(first).onset()) {
                after++;
            }
            List<Note> together = notes.subList(first, after);
            long onset = together.getFirst().onset();
            if (onset > soundsUntil + resolution && soundsUntil > 0) {
                add(symbols, soundsUntil, "");
            }
            add(symbols, onset, name(together));
            soundsUntil = together.stream().mapToLong(Note::end).max().orElse(onset);
            first = after;
        }
        if (!symbols.isEmpty()) {
            add(symbols, soundsUntil, "");
        }
        return symbols;
    }

    /// What the notes of a chord are called; empty where they have no name.
    static String name(List<Note> together) {
        Set<Integer> pitchClasses = new TreeSet<>();
        int lowest = 127;
        for (Note note : together) {
            pitchClasses.add(note.pitch().pitchClass());
            lowest = Math.min(lowest, note.pitch().midi());
        }
        return Chord.recognise(pitchClasses, lowest % 12).map(Chord::text).orElse("");
    }

    private static void add(List<ChordSymbol> symbols, long tick, String text) {
        String before = symbols.isEmpty() ? "" : symbols.getLast().text();
        if (!text.equals(before)) {
            symbols.add(new ChordSymbol(tick, text));
        }
    }
}
