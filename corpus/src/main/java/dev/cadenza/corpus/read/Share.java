package dev.cadenza.corpus.read;

/// Which share of a corpus a piece belongs to.
public enum Share {

    /// Not said: the import decides, by the hash order of a seed.
    OPEN,

    /// To learn from.
    TRAIN,

    /// To choose by.
    VALID,

    /// To measure once.
    TEST
}
