package dev.cadenza.evaluate.statistics;

/// Where a number lies with 95 % confidence, both ends included.
public record Interval(double low, double high) {

    /// Whether a value is within.
    public boolean holds(double value) {
        return value >= low && value <= high;
    }

    /// How far its nearest end lies from zero; 0 where zero is within.
    public double leastSize() {
        return holds(0) ? 0 : Math.min(Math.abs(low), Math.abs(high));
    }
}
