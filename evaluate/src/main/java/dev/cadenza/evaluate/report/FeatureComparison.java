package dev.cadenza.evaluate.report;

import dev.cadenza.evaluate.Feature;
import dev.cadenza.evaluate.statistics.SetDistances;

/// Pieces and a corpus by one feature.
public record FeatureComparison(Feature feature, SetDistances distances) {
}
