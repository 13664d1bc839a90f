package dev.cadenza.score.structure;

/// A stretch of a melody that is heard as one thought.
///
/// @param start onset of its first note, in ticks
/// @param end onset of the first note of the next phrase; of the last phrase, the end of its last note
public record Phrase(long start, long end) {

    public Phrase {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a phrase from tick " + start + " cannot end at tick " + end);
        }
    }
}
