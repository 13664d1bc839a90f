package dev.cadenza.app;

import dev.cadenza.evaluate.originality.Originality;
import java.nio.file.Path;

/// What a piece repeats.
///
/// @param piece what tells it from others of the file; empty where it is the only one
public record Repeats(Path file, String piece, Originality originality) {
}
