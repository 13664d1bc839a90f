package dev.cadenza.score.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// The chords of a voice as a page has it. Notes that begin together may end apart there, each tied on or not: wherever one
/// begins or ends, a new chord begins, in which those that go on are tied from before.
final class PageVoice {

    private PageVoice() {
    }

    /// @param notes in order of start
    static List<Chord> of(List<QuantizedNote> notes) {
        TreeSet<Long> points = new TreeSet<>();
        TreeMap<Long, List<QuantizedNote>> byStart = new TreeMap<>();
        for (QuantizedNote note : notes) {
            points.add(note.start());
            points.add(note.end());
            byStart.computeIfAbsent(note.start(), _ -> new ArrayList<>()).add(note);
        }
        List<Chord> chords = new ArrayList<>();
        List<QuantizedNote> sounding = new ArrayList<>();
        for (long point : points) {
            sounding.removeIf(note -> note.end() <= point);
            sounding.addAll(byStart.getOrDefault(point, List.of()));
            if (!sounding.isEmpty()) {
                sounding.sort((a, b) -> Integer.compare(b.midi(), a.midi()));
                chords.add(new Chord(point, points.higher(point), sounding));
            }
        }
        return chords;
    }
}
