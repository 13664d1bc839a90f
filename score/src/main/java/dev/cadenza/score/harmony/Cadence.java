package dev.cadenza.score.harmony;

import dev.cadenza.score.theory.Key;

/// A close.
///
/// @param tick where its last chord begins
/// @param weight how much speaks for it: 1 for each of a strong beat, a highest line that rests, a dominant with its seventh or
///        a close on the dominant, and a last chord that is no shorter than the one before; 0..4
public record Cadence(long tick, Kind kind, Key key, int weight) {

    /// How phrases close.
    public enum Kind {
        /// Dominant to tonic, both on their roots, the tonic on top.
        PERFECT_AUTHENTIC,
        /// Dominant to tonic otherwise.
        IMPERFECT_AUTHENTIC,
        /// On the dominant.
        HALF,
        /// Subdominant to tonic.
        PLAGAL,
        /// Dominant to another chord, mostly on the sixth degree, where the tonic was expected.
        DECEPTIVE
    }
}
