package dev.cadenza.app;

import dev.cadenza.evaluate.study.StudyResult;
import java.nio.file.Path;

/// What came out of a listening study.
///
/// @param page where it can be read
/// @param rehearsed whether the listeners were simulated: then it says nothing about the music
public record StudyReported(Path page, StudyResult result, boolean rehearsed) {
}
