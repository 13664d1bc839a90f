package dev.cadenza.model;

/// What learning makes as small as it can, with what only that kind of learning knows.
public sealed interface Objective {

    /// The surprise of the data, in nats: softmax cross-entropy.
    record Likelihood() implements Objective {
    }
}
