package dev.cadenza.app;

import dev.cadenza.evaluate.report.Evaluation;
import java.nio.file.Path;

/// What an evaluation came to.
///
/// @param page for a browser
/// @param json for programs
public record Evaluated(Evaluation evaluation, Path page, Path json) {
}
