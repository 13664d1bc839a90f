package dev.cadenza.app;

import dev.cadenza.corpus.dataset.DataSet;
import java.nio.file.Path;

/// A data set that is on this machine, checked.
public record Fetched(DataSet set, Path folder) {
}
