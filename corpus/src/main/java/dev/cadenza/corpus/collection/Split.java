package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.read.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A split by piece. Pieces are put in an order that follows from their ids and the seed alone; the first of them are for
/// validation, the next for the test: how a piece is read does not matter, and a few pieces more or less move few others.
/// Pieces whose publisher states a share keep it.
final class Split {

    private Split() {
    }

    /// @param id unique in its corpus
    /// @param share OPEN, or what the publisher states
    record Unit(String id, Share share) {
    }

    private record Ranked(int index, long rank) {
    }

    /// The shares of some pieces, none of them OPEN.
    ///
    /// @param validShare share of the open pieces for validation, 0..1; of two pieces or more, one at least where it is
    ///                   above 0
    /// @param testShare likewise for the test; together less than 1
    static List<Share> of(List<Unit> units, long seed, double validShare, double testShare) {
        if (!(validShare >= 0 && testShare >= 0 && validShare + testShare < 1)) {
            throw new IllegalArgumentException("the shares for validation and test must be 0 or more, and together less than 1, not "
                    + validShare + " and " + testShare);
        }
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).share == Share.OPEN) {
                ranked.add(new Ranked(i, mixed(hash(units.get(i).id) ^ mixed(seed))));
            }
        }
        ranked.sort(Comparator.comparingLong(Ranked::rank).thenComparingInt(Ranked::index));
        int valid = count(ranked.size(), ranked.size(), validShare);
        int test = count(ranked.size(), ranked.size() - valid, testShare);
        List<Share> shares = new ArrayList<>(units.stream().map(unit -> unit.share == Share.OPEN ? Share.TRAIN : unit.share).toList());
        ranked.subList(0, valid).forEach(r -> shares.set(r.index, Share.VALID));
        ranked.subList(valid, valid + test).forEach(r -> shares.set(r.index, Share.TEST));
        return shares;
    }

    /// @param left how many there are to choose from, of which one at least is left to learn from
    private static int count(int all, int left, double share) {
        return share == 0 || left < 2 ? 0 : Math.clamp((int) Math.round(all * share), 1, left - 1);
    }

    private static long hash(String id) {
        long hash = 0;
        for (int i = 0; i < id.length(); i++) {
            hash = mixed(hash + id.charAt(i));
        }
        return hash;
    }

    /// The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
