package dev.cadenza.evaluate.study;

/// One of the two clips of a pair, as the listener sees them.
public enum Choice {
    LEFT, RIGHT;

    /// As it stands in JSON: `left`, `right`.
    public String code() {
        return this == LEFT ? "left" : "right";
    }

    /// The other one.
    public Choice other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
