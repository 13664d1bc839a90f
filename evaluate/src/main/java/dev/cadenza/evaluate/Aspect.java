package dev.cadenza.evaluate;

/// What music is judged by.
public enum Aspect {
    /// Repetition, sections, form.
    STRUCTURE,
    /// Chords, keys, the leading of voices.
    HARMONY,
    /// Pitches one after the other.
    MELODY,
    /// Onsets and durations.
    RHYTHM,
    /// Dynamics and timing.
    EXPRESSION,
    /// The rendered sound.
    SOUND
}
