package dev.cadenza.app;

/// What happened while a listening study was served.
///
/// @param began listeners who came
/// @param finished those among them who answered everything
public record StudyServed(int began, int finished) {
}
