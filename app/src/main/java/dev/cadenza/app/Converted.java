package dev.cadenza.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What became of a file that was to be converted.
///
/// @param written the files made of it, in their order
/// @param losses what those cannot hold, a sentence each
/// @param error why nothing was made of it
public record Converted(Path file, List<Path> written, List<String> losses, Optional<String> error) {

    public Converted {
        written = List.copyOf(written);
        losses = List.copyOf(losses);
    }
}
