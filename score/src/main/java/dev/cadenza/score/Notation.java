package dev.cadenza.score;

import java.util.List;

/// What the page says of a part beyond its sounding notes.
///
/// Notes that are tied on the page are one note of the part; how time is written in values and tuplets follows from onsets
/// and durations. What does not follow from them is here.
///
/// @param voices the voice in which each note is written, in the order of the part's notes: 1 for the first (on one staff,
///        the upper), 2 and so on; empty where the source knows of no voices
/// @param graces in ascending order of tick; those of one tick in the order they are played
/// @param marks in ascending order of tick
public record Notation(List<Integer> voices, List<GraceNote> graces, List<Mark> marks) {

    /// Nothing is known of a page.
    public static final Notation NONE = new Notation(List.of(), List.of(), List.of());

    public Notation {
        voices = List.copyOf(voices);
        graces = List.copyOf(graces);
        marks = List.copyOf(marks);
    }

    /// Voices alone.
    public static Notation ofVoices(List<Integer> voices) {
        return new Notation(voices, List.of(), List.of());
    }
}
