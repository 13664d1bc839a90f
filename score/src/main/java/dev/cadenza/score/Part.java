package dev.cadenza.score;

import java.util.List;

/// One player's music. Notes may overlap.
///
/// @param name what it is called; empty where the source does not say
/// @param notes in ascending order of onset, then pitch, then duration, then velocity
/// @param controls in ascending order of tick; equal ticks keep the source's order
/// @param lyrics in ascending order of tick
public record Part(String name, Instrument instrument, List<Note> notes, List<Control> controls, List<Lyric> lyrics) {

    public Part {
        notes = List.copyOf(notes);
        controls = List.copyOf(controls);
        lyrics = List.copyOf(lyrics);
    }

    /// A part of notes alone.
    public Part(String name, Instrument instrument, List<Note> notes) {
        this(name, instrument, notes, List.of(), List.of());
    }

    /// The same part with other notes.
    public Part withNotes(List<Note> other) {
        return new Part(name, instrument, other, controls, lyrics);
    }
}
