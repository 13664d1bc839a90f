package dev.cadenza.corpus.store;

/// Where a token sequence lies.
///
/// @param shard number of the file, from 0
/// @param offset of its first byte in the file
/// @param steps how many steps it has
/// @param width tokens a step
/// @param rows context rows
/// @param valueBytes bytes a number: 1, 2 or 4
public record TokenPlace(int shard, long offset, int steps, int width, int rows, int valueBytes) {

    /// How many bytes it takes.
    long length() {
        return ((long) width + rows) * steps * valueBytes;
    }
}
