package dev.cadenza.corpus.collection;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `corpus.json` says of a corpus as a whole.
///
/// @param name what the corpus is called
/// @param sources what it was imported from
/// @param seed decided the split
/// @param validShare share of the pieces for validation that was asked for
/// @param testShare share of the pieces for the test that was asked for
/// @param counts how many pieces there are
/// @param dropped how many pieces were dropped, by the code of the reason
/// @param otherFiles how many files of other kinds lay beside, by their endings
/// @param files SHA-256 of the other files of the corpus, by their names
public record CorpusFacts(String name, List<Source> sources, long seed, double validShare, double testShare, Counts counts,
        SortedMap<String, Integer> dropped, SortedMap<String, Integer> otherFiles, SortedMap<String, String> files) {

    public CorpusFacts {
        sources = List.copyOf(sources);
        dropped = copy(dropped);
        otherFiles = copy(otherFiles);
        files = copy(files);
    }

    private static <T> SortedMap<String, T> copy(Map<String, T> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /// @param name last name of its path
    /// @param layout how it was laid out
    /// @param licence name of the licence, or a few words; `not stated` where nothing was said
    /// @param licenceText text of the licence file that lay in it; empty where there was none
    public record Source(String name, String layout, String licence, String licenceText) {
    }

    /// @param kept pieces in the corpus, the repaired ones among them
    /// @param repaired pieces that were read from a faulty file
    /// @param dropped pieces, and items that could not be read
    /// @param train pieces to learn from
    /// @param valid pieces to choose by
    /// @param test pieces to measure by
    /// @param notes of all pieces kept
    /// @param seconds of all pieces kept
    public record Counts(int kept, int repaired, int dropped, int train, int valid, int test, long notes, double seconds) {
    }
}
