package dev.cadenza.score.musicxml;

import dev.cadenza.score.Mark;

/// A mark in written time.
///
/// @param to where it ends; where it begins for one that has no length
/// @param at whom it concerns
record WrittenMark(Moment from, Moment to, Whose at, Maker maker) {

    /// A voice as the file names it.
    ///
    /// @param staff from 1
    record Whose(int voice, int staff) {
    }

    /// Makes it when ticks and voices are known.
    interface Maker {
        Mark mark(long tick, long end, int voice);
    }
}
