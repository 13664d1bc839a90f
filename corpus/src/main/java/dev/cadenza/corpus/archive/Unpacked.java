package dev.cadenza.corpus.archive;

import java.nio.file.Path;
import java.util.List;

/// What came out of an archive.
///
/// @param root where its files lie: the folder that was given, or the only folder in it
/// @param skipped entries that were left out; the first thousand, then one that counts the rest
public record Unpacked(Path root, List<Skipped> skipped) {

    public Unpacked {
        skipped = List.copyOf(skipped);
    }
}
