package dev.cadenza.app;

import dev.cadenza.evaluate.study.StudyDesign;
import java.nio.file.Path;

/// A listening study that has been made.
///
/// @param trials how many questions each listener is asked
/// @param minutes about how long that takes
public record StudyMade(Path folder, StudyDesign design, int trials, int minutes) {
}
