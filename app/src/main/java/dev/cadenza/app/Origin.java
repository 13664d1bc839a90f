package dev.cadenza.app;

import dev.cadenza.model.generate.Start;
import java.nio.file.Path;

/// Where new music starts from.
public sealed interface Origin {

    /// From nothing, or from a window of what the model has learnt from.
    record New(Start start) implements Origin {
    }

    /// The music of a file, which stays as it is and is gone on from.
    record Primer(Path file) implements Origin {
    }
}
