package dev.cadenza.corpus.archive;

/// An entry of an archive that was not unpacked.
///
/// @param name as the archive states it
/// @param code of the reason in capitals
/// @param reason in a few words
public record Skipped(String name, String code, String reason) {
}
