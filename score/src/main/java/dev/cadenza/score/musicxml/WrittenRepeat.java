package dev.cadenza.score.musicxml;

import dev.cadenza.score.RepeatSign.Kind;
import java.util.List;

/// A sign of repetition in written time.
///
/// @param bar the bar line at the beginning of which bar it stands; the number of bars for the last bar line
/// @param quarters after that, for one that stands inside a bar
/// @param passes those of [dev.cadenza.score.RepeatSign]
record WrittenRepeat(int bar, double quarters, Kind kind, List<Integer> passes) {
}
