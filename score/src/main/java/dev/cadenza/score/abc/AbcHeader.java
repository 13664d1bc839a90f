package dev.cadenza.score.abc;

import java.util.List;

/// What a tune says of itself; empty where it does not.
///
/// @param line where it begins, from 1
/// @param number its `X:`, 0 where it has none that can be read
/// @param title its first `T:`
/// @param composer its first `C:`
/// @param origin its first `O:`
/// @param source its first `S:`: where it was taken from
/// @param key its first `K:` as it stands there, with the name of its mode
/// @param words its `W:`: lines of words that stand under no notes
public record AbcHeader(int line, int number, String title, String composer, String origin, String source, String key,
        List<String> words) {
    public AbcHeader {
        words = List.copyOf(words);
    }
}
