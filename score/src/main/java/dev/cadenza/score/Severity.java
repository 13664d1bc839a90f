package dev.cadenza.score;

/// How much a [Diagnostic] matters.
public enum Severity {
    /// Allowed by the standard, and worth knowing.
    WARNING,
    /// Against the standard: repaired, or refused by a reader that is strict.
    ERROR
}
