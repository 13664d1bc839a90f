package dev.cadenza.evaluate.report;

import dev.cadenza.score.Score;

/// A piece to be measured.
///
/// @param name what the report calls it
public record Heard(String name, Score score) {
}
