package dev.cadenza.score.midi;

/// What the head of a MIDI file says.
///
/// @param format 0 (one track), 1 (tracks that sound together) or 2 (tracks that are independent patterns)
/// @param tracks tracks found, whatever number was stated
/// @param division what a tick means
public record MidiHeader(int format, int tracks, Division division) {
}
