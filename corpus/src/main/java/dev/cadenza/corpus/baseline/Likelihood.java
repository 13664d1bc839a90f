package dev.cadenza.corpus.baseline;

/// How unlikely a model finds some music.
///
/// @param nats negative natural logarithm of the probability of all tokens
/// @param tokens number of tokens
/// @param quarters how long the music is, in quarter notes
public record Likelihood(double nats, long tokens, double quarters, int stepsPerQuarter) {

    /// Nats a token.
    public double perToken() {
        return nats / tokens;
    }

    /// Nats a step of time.
    public double perStep() {
        return perQuarter() / stepsPerQuarter;
    }

    /// Nats a quarter note, which compares across grids.
    public double perQuarter() {
        return nats / quarters;
    }
}
