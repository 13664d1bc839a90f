package dev.cadenza.corpus.collection;

import java.nio.file.Path;
import java.util.List;

/// What to import, and where to.
///
/// @param sources one or more
/// @param name what the corpus is called
/// @param folder the folder of the corpus; where it exists, a number is added
/// @param validShare share of the pieces to choose by, where the source states no split, 0..1
/// @param testShare share of the pieces to measure by, likewise; together less than 1
/// @param seed decides the split
/// @param force whether a corpus that exists is replaced
/// @param threads how many items are read at a time; the corpus does not depend on it
/// @param rules what a piece must be like to be kept
/// @param near what becomes of pieces that are nearly the same as others
public record ImportRequest(List<ImportSource> sources, String name, Path folder, double validShare, double testShare, long seed,
        boolean force, int threads, ImportRules rules, NearDuplicates near) {

    public ImportRequest {
        sources = List.copyOf(sources);
        if (sources.isEmpty() || threads < 1 || !(validShare >= 0 && testShare >= 0 && validShare + testShare < 1)) {
            throw new IllegalArgumentException("no sources, no threads, or shares that leave nothing to learn from");
        }
    }

    /// With the usual rules, and all that is nearly the same kept on one side of the split.
    public ImportRequest(List<ImportSource> sources, String name, Path folder, double validShare, double testShare, long seed,
            boolean force, int threads) {
        this(sources, name, folder, validShare, testShare, seed, force, threads, ImportRules.USUAL, NearDuplicates.KEEP);
    }
}
