package dev.cadenza.score;

/// The two modes a key signature can state.
public enum Mode { MAJOR, MINOR }
