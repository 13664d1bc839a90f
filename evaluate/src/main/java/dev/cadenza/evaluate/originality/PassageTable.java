package dev.cadenza.evaluate.originality;

import java.util.Arrays;
import java.util.List;

/// Where each hash stands in an index, and how surprising each step is.
///
/// Places count through all lines: the passages of line `k` have the places `start[k]` up to `start[k + 1]`.
final class PassageTable {

    private final int[] start;
    private final int[] hashes;
    private final int[] first;   // by the low bits of the hash: its last place plus one; 0 for none
    private final int[] next;    // by place: the place before with the same low bits, plus one; 0 for none
    private final double[] bits;

    private PassageTable(int[] start, int[] hashes, int[] first, int[] next, double[] bits) {
        this.start = start;
        this.hashes = hashes;
        this.first = first;
        this.next = next;
        this.bits = bits;
    }

    static PassageTable of(List<IndexedLine> lines, StepCounts steps) {
        int[] start = new int[lines.size() + 1];
        for (int i = 0; i < lines.size(); i++) {
            start[i + 1] = Math.addExact(start[i], lines.get(i).hashes().length);
        }
        int[] hashes = new int[start[lines.size()]];
        for (int i = 0; i < lines.size(); i++) {
            System.arraycopy(lines.get(i).hashes(), 0, hashes, start[i], start[i + 1] - start[i]);
        }
        int[] first = new int[Math.max(1 << 8, Integer.highestOneBit(Math.max(1, Math.min(hashes.length, 1 << 28))) << 1)];
        int[] next = new int[hashes.length];
        for (int place = 0; place < hashes.length; place++) {
            int bucket = hashes[place] & first.length - 1;
            next[place] = first[bucket];
            first[bucket] = place + 1;
        }
        return new PassageTable(start, hashes, first, next, steps.bits());
    }

    /// How surprising a step is.
    double bits(int code) {
        return bits[code];
    }

    /// The last place that may have a hash; -1 where none has.
    int last(int hash) {
        return first[hash & first.length - 1] - 1;
    }

    /// The place before that may have the same hash; -1 where none has.
    int before(int place) {
        return next[place] - 1;
    }

    int hash(int place) {
        return hashes[place];
    }

    /// The line that holds a place.
    int line(int place) {
        int found = Arrays.binarySearch(start, place);
        // Lines hold one passage at least, so no two begin at the same place.
        return found >= 0 ? found : -found - 2;
    }

    int start(int line) {
        return start[line];
    }
}
