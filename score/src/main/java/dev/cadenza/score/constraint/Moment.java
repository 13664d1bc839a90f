package dev.cadenza.score.constraint;

/// Where a pitch would sound.
///
/// @param part which part plays it, 0 for the highest
/// @param parts how many parts there are; 1 where they are not told apart
/// @param quarters quarter notes since the music to be made began, 0 or more
public record Moment(int part, int parts, double quarters) {

    /// Whether the lowest of several parts plays.
    boolean inBass() {
        return parts > 1 && part == parts - 1;
    }
}
