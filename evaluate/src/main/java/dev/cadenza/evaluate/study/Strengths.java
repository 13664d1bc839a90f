package dev.cadenza.evaluate.study;

import java.util.List;

/// How strongly several things are preferred, after Bradley and Terry (1952): the odds that one is chosen rather than another are
/// `exp(strength - other strength)`. Strengths sum to 0.
///
/// @param all in the order of the things
/// @param differences of each thing before each later one
public record Strengths(List<Strength> all, List<Difference> differences) {

    public Strengths {
        all = List.copyOf(all);
        differences = List.copyOf(differences);
    }

    /// Of one thing.
    ///
    /// @param wins how often it was chosen
    /// @param losses how often another was
    /// @param value natural logarithm of odds
    public record Strength(String name, int wins, int losses, double value, Interval interval) {
    }

    /// How much stronger one is than another.
    ///
    /// @param value natural logarithm of the odds that `first` is chosen rather than `second`
    public record Difference(String first, String second, double value, Interval interval) {
    }
}
