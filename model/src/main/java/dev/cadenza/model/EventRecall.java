package dev.cadenza.model;

import java.util.Arrays;

/// Finds, after each token of a growing stream, an earlier place where the same tokens came, and what followed there.
///
/// As [Recall], but for streams of many thousand tokens: in constant time a token. A match that goes on is kept; a new one is
/// looked for among the latest places where the last 24, 12, 6 or 3 tokens came, the most first.
final class EventRecall {

    private static final int[] ORDERS = {24, 12, 6, 3};
    private static final int LONGEST = 128;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    private int[] tokens = new int[1024];
    private int size;
    private int match = -1;         // index of the token that followed the match
    private int length;
    private final int[][] slots = new int[ORDERS.length][];     // hash of the last tokens: index behind them
    private final int[] added = new int[ORDERS.length];

    EventRecall() {
        for (int order = 0; order < ORDERS.length; order++) {
            slots[order] = new int[2048];
            Arrays.fill(slots[order], -1);
        }
    }

    void append(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, size * 2);
        }
        tokens[size++] = token;
        if (match >= 0 && tokens[match] == token) {
            match++;
            length = Math.min(LONGEST, length + 1);
        } else {
            match = -1;
            length = 0;
        }
        for (int order = 0; order < ORDERS.length; order++) {
            if (size < ORDERS[order]) {
                continue;
            }
            int slot = slot(order);
            int candidate = slots[order][slot];
            if (ORDERS[order] > length && candidate >= 0) {
                int agreed = agreed(candidate);
                if (agreed >= ORDERS[order] && agreed > length) {
                    match = candidate;
                    length = agreed;
                }
            }
            if (candidate < 0) {
                added[order]++;
            }
            slots[order][slot] = size;
        }
        grow();
    }

    /// How many tokens before an index are the last ones.
    private int agreed(int behind) {
        int agreed = 0;
        while (agreed < LONGEST && behind - agreed > 0 && tokens[behind - 1 - agreed] == tokens[size - 1 - agreed]) {
            agreed++;
        }
        return agreed;
    }

    /// Different pasts may share a slot: what lies there is checked, and the later one stays.
    private int slot(int order) {
        return slot(order, size);
    }

    private int slot(int order, int behind) {
        long hash = order;
        for (int i = behind - ORDERS[order]; i < behind; i++) {
            hash = (hash + tokens[i] + 1) * FACTOR;
            hash ^= hash >>> 32;
        }
        return (int) hash & slots[order].length - 1;
    }

    private void grow() {
        for (int order = 0; order < ORDERS.length; order++) {
            if (added[order] * 2 <= slots[order].length) {
                continue;
            }
            slots[order] = new int[slots[order].length * 4];
            Arrays.fill(slots[order], -1);
            added[order] = 0;
            for (int behind = ORDERS[order]; behind <= size; behind++) {
                int slot = slot(order, behind);
                added[order] += slots[order][slot] < 0 ? 1 : 0;
                slots[order][slot] = behind;
            }
        }
    }

    /// Index of the token that followed the match, or -1 where there is none.
    int next() {
        return match;
    }

    /// The token that followed the match, or -1 where there is none.
    int token() {
        return match < 0 ? -1 : tokens[match];
    }

    /// Length of the match, at most 128.
    int length() {
        return length;
    }
}
