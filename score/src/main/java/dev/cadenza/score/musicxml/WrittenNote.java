package dev.cadenza.score.musicxml;

import dev.cadenza.score.Pitch;

/// A note as it is written: ties are not joined yet.
///
/// @param quarters written length, more than 0
/// @param pitch what sounds; for drums, which drum
/// @param drum whether the pitch names a drum
/// @param at the voice and the staff it stands in
/// @param velocity 1..127
/// @param instrument `id` of the instrument; empty for the first of the part
record WrittenNote(Moment moment, double quarters, Pitch pitch, boolean drum, WrittenMark.Whose at,
        boolean tieStop, boolean tieStart, int velocity, String instrument) {
}
