package dev.cadenza.corpus.store;

/// Where a piece lies.
///
/// @param shard number of the file, from 0
/// @param offset of its first byte in the file
/// @param length in bytes
public record ShardPlace(int shard, long offset, int length) {
}
