package dev.cadenza.render.sound;

/// Which sounds a recording was made with: the same score and the same bank give the same bytes.
///
/// @param description what a person calls it: a file name, or the built-in bank
/// @param sha256 hash of the bank's bytes, 64 hexadecimal digits
public record SoundBank(String description, String sha256) {
}
