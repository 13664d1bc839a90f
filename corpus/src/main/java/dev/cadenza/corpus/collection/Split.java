package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.store.Hashes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A split by piece. Pieces are put in an order that follows from their ids and the seed alone; the first of them are for
/// validation, the next for the test: how a piece is read does not matter, and a few pieces more or less move few others.
/// Pieces whose publisher states a share keep it.
final class Split {

    private Split() {
    }

    /// @param id unique in its corpus
    /// @param share OPEN, or what the publisher states
    /// @param cluster number of the pieces that are nearly the same as it, which stay together; 0 where there are none
    record Unit(String id, Share share, int cluster) {
        Unit(String id, Share share) {
            this(id, share, 0);
        }
    }

    /// Pieces that stay together.
    private record Group(long rank, List<Integer> members) {
        int first() {
            return members.getFirst();
        }
    }

    /// The shares of some pieces, none of them OPEN.
    ///
    /// @param validShare share of the open pieces for validation, 0..1; of two pieces or more, one at least where it is
    ///                   above 0 (unless all of them are nearly the same)
    /// @param testShare likewise for the test; together less than 1
    static List<Share> of(List<Unit> units, long seed, double validShare, double testShare) {
        if (!(validShare >= 0 && testShare >= 0 && validShare + testShare < 1)) {
            throw new IllegalArgumentException("the shares for validation and test must be 0 or more, and together less than 1, not "
                    + validShare + " and " + testShare);
        }
        Share[] shares = stated(units);
        List<Group> groups = groups(units, shares, seed);
        int open = groups.stream().mapToInt(group -> group.members.size()).sum();
        int valid = count(open, open, validShare);
        fill(groups, shares, Share.VALID, valid);
        fill(groups, shares, Share.TEST, count(open, open - valid, testShare));
        fill(groups, shares, Share.TRAIN, open);
        return List.of(shares);
    }

    /// What publishers state. A piece that is nearly the same as one of theirs goes where that is: where theirs are on several
    /// sides, to learn from, if one of them is, since that tells nothing new of the others.
    private static Share[] stated(List<Unit> units) {
        Map<Integer, Share> byCluster = new HashMap<>();
        for (Unit unit : units) {
            if (unit.cluster > 0 && unit.share != Share.OPEN) {
                byCluster.merge(unit.cluster, unit.share, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
        }
        return units.stream().map(unit -> unit.share == Share.OPEN ? byCluster.getOrDefault(unit.cluster, Share.OPEN) : unit.share)
                .toArray(Share[]::new);
    }

    private static List<Group> groups(List<Unit> units, Share[] shares, long seed) {
        List<Group> groups = new ArrayList<>();
        Map<Integer, Group> byCluster = new HashMap<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (shares[i] != Share.OPEN) {
                continue;
            }
            Group known = unit.cluster == 0 ? null : byCluster.get(unit.cluster);
            if (known == null) {
                known = new Group(Hashes.mixed(hash(unit.id) ^ Hashes.mixed(seed)), new ArrayList<>());
                groups.add(known);
                byCluster.put(unit.cluster, known);
            }
            known.members.add(i);
        }
        groups.sort(Comparator.comparingLong(Group::rank).thenComparingInt(Group::first));
        return groups;
    }

    /// Gives a share to groups in their order, as long as they fit.
    private static void fill(List<Group> groups, Share[] shares, Share share, int count) {
        int left = count;
        for (Group group : groups) {
            if (shares[group.first()] == Share.OPEN && group.members.size() <= left) {
                group.members.forEach(member -> shares[member] = share);
                left -= group.members.size();
            }
        }
    }

    /// @param left how many there are to choose from, of which one at least is left to learn from
    private static int count(int all, int left, double share) {
        return share == 0 || left < 2 ? 0 : Math.clamp((int) Math.round(all * share), 1, left - 1);
    }

    private static long hash(String id) {
        long hash = 0;
        for (int i = 0; i < id.length(); i++) {
            hash = Hashes.mixed(hash + id.charAt(i));
        }
        return hash;
    }
}
