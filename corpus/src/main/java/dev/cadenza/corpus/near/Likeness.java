package dev.cadenza.corpus.near;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which pieces are nearly the same, and the clusters they form: two pieces are in one cluster where a chain of pieces leads
/// from one to the other, each nearly the same as the next.
///
/// Two pieces are nearly the same where a quarter of their shingles are common to both, or where six tenths of the shorter
/// one's stand in the longer one, which has four times as many at most. Pieces are compared where they share one of their
/// [#INDEXED] least hashes: that misses one in a million pairs as alike as the threshold, of contained ones one in a thousand.
public final class Likeness {

    /// Pieces that have so much in common are nearly the same.
    public static final double RESEMBLANCE = 0.25;

    /// So much of the shorter piece in the longer one makes them nearly the same, too.
    public static final double CONTAINMENT = 0.6;

    private static final int LONGER = 4;
    private static final int INDEXED = 48;
    /// A hash that more pieces have is looked up in their order: each is compared with the next few.
    private static final int COMMON = 64;
    private static final int NEXT = 8;

    private final List<Sketch> pieces;
    private final int[] parent;
    private final int[] nearest;
    private final double[] likeness;

    private Likeness(List<Sketch> pieces) {
        this.pieces = pieces;
        parent = new int[pieces.size()];
        Arrays.setAll(parent, i -> i);
        nearest = new int[pieces.size()];
        Arrays.fill(nearest, -1);
        likeness = new double[pieces.size()];
    }

    /// A piece in its cluster.
    ///
    /// @param index of the piece
    /// @param nearest the piece most like it
    /// @param similarity how much the two have in common: resemblance, or containment where that is what made them alike
    public record Member(int index, int nearest, double similarity) {
    }

    /// The clusters of two pieces and more, in the order of their first pieces; members in order.
    ///
    /// @param pieces in an order that decides nothing but the order of the clusters
    public static List<List<Member>> clusters(List<Sketch> pieces) {
        Likeness likeness = new Likeness(pieces);
        likeness.compare();
        return likeness.clusters();
    }

    private void compare() {
        long[] index = new long[pieces.stream().mapToInt(Likeness::indexed).sum()];
        int size = 0;
        for (int piece = 0; piece < pieces.size(); piece++) {
            for (int i = 0; i < indexed(pieces.get(piece)); i++) {
                index[size++] = (long) pieces.get(piece).hash(i) << 32 | piece;
            }
        }
        Arrays.sort(index);
        for (int from = 0; from < size;) {
            int to = from + 1;
            while (to < size && index[to] >> 32 == index[from] >> 32) {
                to++;
            }
            for (int a = from; a < to; a++) {
                for (int b = a + 1; b < Math.min(to, to - from > COMMON ? a + 1 + NEXT : to); b++) {
                    compare((int) index[a], (int) index[b]);
                }
            }
            from = to;
        }
    }

    private static int indexed(Sketch sketch) {
        return sketch.comparable() ? Math.min(INDEXED, sketch.hashes()) : 0;
    }

    private void compare(int a, int b) {
        double similarity = similarity(pieces.get(a), pieces.get(b));
        if (similarity > 0) {
            near(a, b, similarity);
            near(b, a, similarity);
            parent[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
        }
    }

    /// How alike two pieces are, where they are nearly the same; else 0.
    public static double similarity(Sketch one, Sketch other) {
        if (!one.comparable() || !other.comparable()) {
            return 0;
        }
        double resemblance = one.resemblance(other);
        if (resemblance >= RESEMBLANCE) {
            return resemblance;
        }
        boolean within = Math.max(one.shingles(), other.shingles()) <= LONGER * Math.min(one.shingles(), other.shingles());
        double containment = one.containment(other, resemblance);
        return within && containment >= CONTAINMENT ? containment : 0;
    }

    private void near(int piece, int other, double similarity) {
        if (similarity > likeness[piece] || similarity == likeness[piece] && other < nearest[piece]) {
            likeness[piece] = similarity;
            nearest[piece] = other;
        }
    }

    private int root(int piece) {
        int root = piece;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    private List<List<Member>> clusters() {
        List<List<Member>> byRoot = new ArrayList<>();
        int[] number = new int[pieces.size()];
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (nearest[piece] < 0) {
                continue;
            }
            int root = root(piece);
            if (root == piece) {
                number[root] = byRoot.size();
                byRoot.add(new ArrayList<>());
            }
            byRoot.get(number[root]).add(new Member(piece, nearest[piece], likeness[piece]));
        }
        return byRoot;
    }
}
