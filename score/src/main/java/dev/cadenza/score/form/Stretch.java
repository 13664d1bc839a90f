package dev.cadenza.score.form;

/// A stretch of a written score that is played in one go.
///
/// @param from its first tick
/// @param to the tick behind it
/// @param pass how often the section it belongs to has been begun, 1 for the first time
public record Stretch(long from, long to, int pass) {

    public Stretch {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a stretch cannot go from tick " + from + " to " + to);
        }
        if (pass < 1) {
            throw new IllegalArgumentException("passes are counted from 1, not " + pass);
        }
    }

    public long length() {
        return to - from;
    }
}
