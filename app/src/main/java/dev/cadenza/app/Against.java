package dev.cadenza.app;

import java.nio.file.Path;

/// What music is compared with to see what it repeats.
public sealed interface Against {

    /// What a model has learnt from: the index beside it.
    record Learnt(ModelChoice model) implements Against {
    }

    /// Other music: a stored corpus, a folder, an archive or a file.
    record Music(Path data) implements Against {
    }
}
