package dev.cadenza.evaluate.study;

/// Where a clip comes from.
public enum Side {
    /// The music that is judged, usually composed by a model.
    A,
    /// What it is compared with, usually composed by people.
    B,
    /// Heard in attention checks only.
    CHECK
}
