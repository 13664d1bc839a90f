package dev.cadenza.score;

import java.util.List;

/// One player's music. Notes may overlap.
///
/// @param name what it is called; empty where the source does not say
/// @param notes in ascending order of onset, then pitch, then duration, then velocity
/// @param controls in ascending order of tick; equal ticks keep the source's order
/// @param lyrics in ascending order of tick
/// @param voices the voice in which each note is written, in the order of the notes: 1 for the first (on one staff, the
///        upper), 2 and so on; empty where the source knows of no voices
public record Part(String name, Instrument instrument, List<Note> notes, List<Control> controls, List<Lyric> lyrics,
        List<Integer> voices) {

    public Part {
        notes = List.copyOf(notes);
        controls = List.copyOf(controls);
        lyrics = List.copyOf(lyrics);
        voices = List.copyOf(voices);
        if (!voices.isEmpty() && voices.size() != notes.size()) {
            throw new IllegalArgumentException(notes.size() + " notes cannot have " + voices.size() + " voices");
        }
    }

    /// A part whose source knows of no voices.
    public Part(String name, Instrument instrument, List<Note> notes, List<Control> controls, List<Lyric> lyrics) {
        this(name, instrument, notes, controls, lyrics, List.of());
    }

    /// A part of notes alone.
    public Part(String name, Instrument instrument, List<Note> notes) {
        this(name, instrument, notes, List.of(), List.of());
    }

    /// The same part with other notes, whose voices are not known.
    public Part withNotes(List<Note> other) {
        return new Part(name, instrument, other, controls, lyrics);
    }
}
