package dev.cadenza.evaluate.study;

/// One who listens. Nothing about them is kept but this.
///
/// @param number from 0, in the order in which they came; decides what they hear, see [Schedule]
/// @param id a random name that only their browser knows
public record Listener(int number, String id, Skill skill) {
    public Listener {
        if (number < 0) {
            throw new IllegalArgumentException("listeners are counted from 0");
        }
    }
}
