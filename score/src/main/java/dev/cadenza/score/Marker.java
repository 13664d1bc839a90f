package dev.cadenza.score;

/// A named place: a rehearsal mark, a section, a cue.
public record Marker(long tick, String text) {
    public Marker {
        Checks.tick(tick);
    }
}
