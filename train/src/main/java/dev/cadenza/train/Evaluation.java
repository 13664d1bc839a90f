package dev.cadenza.train;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How well a model does on a validation part.
///
/// @param nats total of what is made small; runs keep the weights for which it is smallest
/// @param tokens tokens scored: all of them; 0 where there was nothing to score
/// @param figures what else was measured, by name, as in the figures of a `Provenance`
public record Evaluation(double nats, long tokens, SortedMap<String, Double> figures) {

    /// Of a validation part in which nothing can be scored.
    public static Evaluation none() {
        return new Evaluation(0, 0, new TreeMap<>());
    }

    public Evaluation {
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
    }

    /// Nats a token; NaN where nothing was scored.
    public double perToken() {
        return nats / tokens;
    }
}
