package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.read.Share;
import java.util.List;

/// Pieces that are nearly the same, directly or through others of them: one line of `near.jsonl`.
///
/// @param number from 1, in the order of the first members
/// @param members two or more, in the order of the corpus
public record NearCluster(int number, List<Member> members) {

    public NearCluster {
        members = List.copyOf(members);
    }

    /// @param share where it was put; OPEN where it was dropped
    /// @param kept whether it is in the corpus
    /// @param nearest id of the member most like it
    /// @param similarity how like, 0..1: the share of shingles in common; of a piece that stands in a longer one, the share of
    ///                   its own
    public record Member(String id, Share share, boolean kept, String nearest, double similarity) {
    }

    /// Whether its pieces are on several sides of the split. That is so only where publishers put them there.
    public boolean straddles() {
        return members.stream().filter(Member::kept).map(Member::share).distinct().count() > 1;
    }
}
