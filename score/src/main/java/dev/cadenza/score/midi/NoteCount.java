package dev.cadenza.score.midi;

/// Proof that no note was lost silently: `ons` is always `notes` + `dropped`. Every file that a test reads is checked for it.
///
/// @param ons note-on events in the bytes that could be read as events
/// @param notes notes of the score
/// @param dropped note-ons that make no note (cut off, or of an impossible pitch); each is in the diagnostics
public record NoteCount(long ons, long notes, long dropped) {

    public NoteCount {
        assert ons == notes + dropped : ons + " note-ons, but " + notes + " notes and " + dropped + " dropped";
    }
}
