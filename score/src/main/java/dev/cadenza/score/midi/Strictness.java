package dev.cadenza.score.midi;

/// What a reader does about faults that can be repaired.
public enum Strictness {
    /// Repair and report.
    TOLERANT,
    /// Refuse the file at its first fault.
    STRICT
}
