package dev.cadenza.corpus.baseline;

/// Counts by long keys: open addressing in plain arrays, since boxed maps of millions of entries do not fit.
final class LongCounter {

    private long[] keys = new long[1 << 12];
    private int[] counts = new int[1 << 12];
    private int used;

    /// Adds one.
    ///
    /// @return the count before
    int increment(long key) {
        if (2 * used > keys.length) {
            grow();
        }
        int slot = slot(key);
        if (counts[slot] == 0) {
            keys[slot] = key;
            used++;
        }
        return counts[slot]++;
    }

    int count(long key) {
        return counts[slot(key)];
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & keys.length - 1;
        while (counts[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[oldCounts.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
