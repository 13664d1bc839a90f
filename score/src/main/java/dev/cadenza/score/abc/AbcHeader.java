package dev.cadenza.score.abc;

/// What a tune says of itself; empty where it does not.
///
/// @param line where it begins, from 1
/// @param number its `X:`, 0 where it has none that can be read
/// @param title its first `T:`
/// @param composer its first `C:`
/// @param origin its first `O:`
/// @param source its first `S:`: where it was taken from
public record AbcHeader(int line, int number, String title, String composer, String origin, String source) {
}
