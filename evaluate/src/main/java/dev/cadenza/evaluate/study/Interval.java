package dev.cadenza.evaluate.study;

/// Where the truth lies, with 95 % confidence.
public record Interval(double low, double high) {

    /// The share of such intervals that hold the truth.
    public static final double CONFIDENCE = 0.95;

    static final double ERROR = 1 - CONFIDENCE;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval goes from the lower end to the upper, not from " + low + " to " + high);
        }
    }

    /// Whether a value lies in it, ends included.
    public boolean holds(double value) {
        return value >= low && value <= high;
    }
}
