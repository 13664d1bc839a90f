package dev.cadenza.corpus;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import java.util.Optional;

/// What is known of music before it is made.
///
/// @param steps how many steps it lasts, at the tokenizer's resolution
/// @param meter its metre; bar lines are counted from `upbeat`
/// @param upbeat steps before the first bar line, 0 or more
/// @param key the key asked for, if any
/// @param ends whether the music ends with the last step
public record Plan(int steps, Meter meter, int upbeat, Optional<KeySignature> key, boolean ends) {

    /// Nothing is known.
    public static final Plan OPEN = new Plan(0, Meter.common(), 0, Optional.empty(), false);

    public Plan {
        if (steps < 0 || upbeat < 0) {
            throw new IllegalArgumentException("steps and upbeat must not be negative: " + steps + ", " + upbeat);
        }
    }
}
