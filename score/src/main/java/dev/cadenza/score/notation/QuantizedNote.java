package dev.cadenza.score.notation;

import dev.cadenza.score.Note;

/// A note with its written place, `start` before `end`, in units.
record QuantizedNote(long start, long end, Note note) {

    QuantizedNote until(long other) {
        return new QuantizedNote(start, other, note);
    }

    int midi() {
        return note.pitch().midi();
    }
}
