package dev.cadenza.app;

/// What was played.
///
/// @param sounds name of the SoundFont or bank
/// @param seconds how long the music lasts
public record Played(String sounds, double seconds) {
}
