package dev.cadenza.corpus.baseline;

/// How unlikely a model finds some music.
///
/// @param nats negative natural logarithm of the probability of all tokens
/// @param tokens number of tokens
/// @param steps number of steps
public record Likelihood(double nats, long tokens, long steps, int stepsPerQuarter) {

    /// Nats a token.
    public double perToken() {
        return nats / tokens;
    }

    /// Nats a step: all tokens of the step together.
    public double perStep() {
        return nats / steps;
    }

    /// Nats a quarter note, which compares across grids.
    public double perQuarter() {
        return nats / steps * stepsPerQuarter;
    }
}
