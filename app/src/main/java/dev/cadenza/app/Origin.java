package dev.cadenza.app;

import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;

/// Where new music starts from.
public sealed interface Origin {

    /// Nothing: the model begins by itself.
    record Nothing() implements Origin {
    }

    /// The music of a file, which is kept and gone on from.
    record Primer(Path file) implements Origin {
    }

    /// A random window of what the model has learnt from, which is given to it and not kept.
    ///
    /// @param steps how many tokens or steps the model then makes, 1..100,000
    record Window(int steps) implements Origin {
        public Window {
            if (steps < 1 || steps > 100_000) {
                throw new RequestException("--steps", "OUT_OF_RANGE", "must be between 1 and 100000.", "");
            }
        }
    }
}
