package dev.cadenza.score.musicxml;

/// What was read, to compare with other readers and to prove that no note was lost silently: `notes` is always the notes of
/// the score + `ties` + `leftOut`.
///
/// @param bars written bars
/// @param notes written notes with a time of their own; of a tied note, each part of it
/// @param ties notes that were joined to the one before them
/// @param leftOut notes that are not in the score, without pitch, length, or a pitch that MIDI has; each is in the diagnostics
/// @param graces grace notes, all of which are in the score
/// @param cues cue notes, none of which are
public record MusicXmlCount(int bars, int notes, int ties, int leftOut, int graces, int cues) {
}
