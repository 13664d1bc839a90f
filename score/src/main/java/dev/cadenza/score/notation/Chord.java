package dev.cadenza.score.notation;

import java.util.ArrayList;
import java.util.List;

/// Notes of one voice that begin and end together; without notes, a rest.
///
/// @param notes from high to low
record Chord(long start, long end, List<QuantizedNote> notes) {

    Chord {
        notes = List.copyOf(notes);
    }

    static Chord rest(long start, long end) {
        return new Chord(start, end, List.of());
    }

    boolean isRest() {
        return notes.isEmpty();
    }

    Chord until(long other) {
        return new Chord(start, other, notes.stream().map(note -> note.until(Math.min(note.end(), other))).toList());
    }

    Chord with(QuantizedNote note) {
        List<QuantizedNote> more = new ArrayList<>(notes);
        more.add(note.until(end));
        return new Chord(start, end, more);
    }
}
