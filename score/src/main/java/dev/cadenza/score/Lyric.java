package dev.cadenza.score;

/// A syllable sung at a tick.
///
/// @param text as written; `-` at its end where the word goes on
/// @param verse which line of words it belongs to, 1 for the first
public record Lyric(long tick, String text, int verse) {
    public Lyric {
        Checks.tick(tick);
        Checks.fromOne("verse", verse);
    }

    /// A syllable of the first verse.
    public Lyric(long tick, String text) {
        this(tick, text, 1);
    }
}
