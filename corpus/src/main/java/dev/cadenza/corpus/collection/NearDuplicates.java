package dev.cadenza.corpus.collection;

/// What becomes of pieces that are nearly the same as others.
public enum NearDuplicates {

    /// All stay, on one side of the split.
    KEEP,

    /// The best of each cluster stays.
    DROP
}
