package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.read.Share;
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
/// @param rules the rules that pieces had to meet, in the order in which they were applied
/// @param repairs what was repaired, by code
/// @param near what was found of pieces that are nearly the same
/// @param shares what each side of the split holds: TRAIN, VALID and TEST
/// @param dropped how many pieces were dropped, by the code of the reason
/// @param otherFiles how many files of other kinds lay beside, by their endings
/// @param files SHA-256 of the other files of the corpus, by their names
public record CorpusFacts(String name, List<Source> sources, long seed, double validShare, double testShare, Counts counts,
        List<RuleCount> rules, List<RepairCount> repairs, Near near, SortedMap<Share, ShareCount> shares, SortedMap<String, Integer> dropped, SortedMap<String, Integer> otherFiles, SortedMap<String, String> files) {

    public CorpusFacts {
        sources = List.copyOf(sources);
        rules = List.copyOf(rules);
        repairs = List.copyOf(repairs);
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
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

    /// The same, with the hashes of its files.
    CorpusFacts withFiles(SortedMap<String, String> hashes) {
        return new CorpusFacts(name, sources, seed, validShare, testShare, counts, rules, repairs, near, shares, dropped, otherFiles, hashes);
    }

    /// A rule.
    ///
    /// @param code its name in capitals, the code of the pieces that it drops
    /// @param flag of `import` that changes its threshold; empty where none does
    /// @param threshold as it is typed behind the flag; empty where the rule is not in force
    /// @param says what is said of a piece that breaks it
    /// @param dropped how many pieces broke it, and none before it
    public record RuleCount(String code, String flag, String threshold, String says, int dropped) {
    }

    /// A kind of repair.
    ///
    /// @param code its name in capitals
    /// @param says what was found and what was done about it, in the first piece
    /// @param pieces how many kept pieces it was made in
    /// @param times how often in all of them, at least
    public record RepairCount(String code, String says, int pieces, long times) {
    }

    /// Pieces that are nearly the same.
    ///
    /// @param kept whether all of them were kept, together on one side of the split, or only the best of each cluster
    /// @param clusters how many clusters there are, dropped pieces counted
    /// @param pieces how many pieces are in clusters
    /// @param largest how many pieces the largest one has
    /// @param dropped how many pieces were dropped for it
    /// @param straddling how many clusters are on several sides of the split, because publishers put them there
    public record Near(NearDuplicates kept, int clusters, int pieces, int largest, int dropped, int straddling) {
    }

    /// A side of the split.
    ///
    /// @param pieces how many there are
    /// @param stated how many of them their publishers put there
    /// @param notes in all of them
    /// @param seconds of all of them
    public record ShareCount(int pieces, int stated, long notes, double seconds) {
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
