package dev.cadenza.score;

/// A syllable sung at a tick.
public record Lyric(long tick, String text) {
    public Lyric {
        Checks.tick(tick);
    }
}
