package dev.cadenza.score;

/// A chord written above the staff from a tick on, as musicians write it ("Am7", "F#m7b5/A"); empty ends the last one.
public record ChordSymbol(long tick, String text) {
    public ChordSymbol {
        Checks.tick(tick);
    }
}
