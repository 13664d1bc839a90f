package dev.cadenza.score;

import java.util.List;

/// One player's music. Notes may overlap.
///
/// @param name what it is called; empty where the source does not say
/// @param notes in ascending order of onset, then pitch, then duration, then velocity; held as [Notes]
/// @param controls in ascending order of tick; equal ticks keep the source's order
/// @param lyrics in ascending order of tick
/// @param notation what the page says beyond that
public record Part(String name, Instrument instrument, List<Note> notes, List<Control> controls, List<Lyric> lyrics,
        Notation notation) {

    public Part {
        notes = Notes.of(notes);
        controls = List.copyOf(controls);
        lyrics = List.copyOf(lyrics);
        int voices = notation.voices().size();
        if (voices != 0 && voices != notes.size()) {
            throw new IllegalArgumentException(notes.size() + " notes cannot have " + voices + " voices");
        }
    }

    /// A part of whose page nothing is known.
    public Part(String name, Instrument instrument, List<Note> notes, List<Control> controls, List<Lyric> lyrics) {
        this(name, instrument, notes, controls, lyrics, Notation.NONE);
    }

    /// A part of notes alone.
    public Part(String name, Instrument instrument, List<Note> notes) {
        this(name, instrument, notes, List.of(), List.of());
    }

    /// The same part and page with another sound.
    public Part withInstrument(Instrument other) {
        return new Part(name, other, notes, controls, lyrics, notation);
    }

    /// The same part with other notes, of whose page nothing is known.
    public Part withNotes(List<Note> other) {
        return new Part(name, instrument, other, controls, lyrics);
    }
}
