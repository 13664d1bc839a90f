package dev.cadenza.score.musicxml;

import dev.cadenza.score.Pitch;

/// A grace note as it is written; the fields mean what those of [dev.cadenza.score.GraceNote] mean.
record WrittenGrace(Moment moment, WrittenMark.Whose at, Pitch pitch, int denominator, boolean slashed, boolean chord) {
}
