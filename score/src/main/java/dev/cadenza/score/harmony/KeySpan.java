package dev.cadenza.score.harmony;

import dev.cadenza.score.theory.Key;

/// A key for a while.
///
/// @param start in ticks
/// @param end in ticks; where the next span begins, or the music ends
public record KeySpan(long start, long end, Key key) {
}
