package dev.cadenza.app;

import dev.cadenza.evaluate.originality.Band;
import java.nio.file.Path;

/// An index of passages that was written beside a model.
///
/// @param pieces how many are in it
/// @param passages how many notes begin a passage
/// @param bytes of the file
/// @param band what human music repeats of it
/// @param sameData whether the hash of the data is the one that the model states
public record Indexed(Path file, int pieces, long passages, long bytes, Band band, boolean sameData) {
}
