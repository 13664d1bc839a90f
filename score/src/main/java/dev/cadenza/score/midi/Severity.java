package dev.cadenza.score.midi;

/// How much a [Diagnostic] matters.
public enum Severity {
    /// Allowed by the standard, and worth knowing.
    WARNING,
    /// Against the standard: repaired in tolerant mode, refused in strict mode.
    ERROR
}
