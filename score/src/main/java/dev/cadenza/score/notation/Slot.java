package dev.cadenza.score.notation;

/// Where in a part something is written.
///
/// @param voice its number on the page
/// @param unit when it begins
record Slot(int voice, long unit) {
}
