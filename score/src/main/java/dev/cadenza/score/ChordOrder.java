package dev.cadenza.score;

import java.util.Arrays;

/// Puts notes that begin together in the order of a part: by pitch, then duration, then velocity.
final class ChordOrder {

    /// Up to so many notes each is put in its place among those before it.
    private static final int FEW = 24;

    /// A duration fits into a number beside pitch and velocity, seven bits each.
    private static final long DURATION = (1L << NoteColumns.DURATION_BITS) - 1;

    private ChordOrder() {
    }

    /// @param keys in ascending order of onset, see [Notes#key]
    /// @param durations of the same notes, each of at most 50 bits
    static void sort(long[] keys, long[] durations) {
        int first = 0;
        while (first < keys.length) {
            int after = first + 1;
            while (after < keys.length && keys[after] >>> 14 == keys[first] >>> 14) {
                after++;
            }
            if (after - first <= FEW) {
                sortFew(keys, durations, first, after);
            } else {
                sortMany(keys, durations, first, after);
            }
            first = after;
        }
    }

    private static void sortFew(long[] keys, long[] durations, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            long duration = durations[i];
            int at = i;
            while (at > from && before(key, duration, keys[at - 1], durations[at - 1])) {
                keys[at] = keys[at - 1];
                durations[at] = durations[at - 1];
                at--;
            }
            keys[at] = key;
            durations[at] = duration;
        }
    }

    private static boolean before(long key, long duration, long otherKey, long otherDuration) {
        if (key >>> 7 != otherKey >>> 7) {
            return key < otherKey;
        }
        return duration < otherDuration || duration == otherDuration && key < otherKey;
    }

    private static void sortMany(long[] keys, long[] durations, int from, int to) {
        long onset = keys[from] >>> 14;
        long[] chord = new long[to - from];
        for (int i = from; i < to; i++) {
            // The lower half of the pitches gets the negative numbers.
            chord[i - from] = (keys[i] >>> 7 & 127) - 64 << 57 | durations[i] << 7 | keys[i] & 127;
        }
        Arrays.sort(chord);
        for (int i = from; i < to; i++) {
            long one = chord[i - from];
            keys[i] = Notes.key(onset, (int) (one >> 57) + 64, (int) one & 127);
            durations[i] = one >>> 7 & DURATION;
        }
    }
}
