/// Music in musical time. A [dev.cadenza.score.Score] is immutable; every position and length in it is in ticks,
/// of which [dev.cadenza.score.Score#resolution()] make one quarter note.
package dev.cadenza.score;
