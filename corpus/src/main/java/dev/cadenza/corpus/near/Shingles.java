package dev.cadenza.corpus.near;

import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.score.Score;
import java.util.Arrays;

/// Short stretches of the [Skyline] as hashes: [#INTERVALS] intervals in a row, in semitones. They do not change with key,
/// tempo, note values, instruments, loudness, or the order of parts. Rhythm is left out on purpose: with it, players'
/// renderings of a score have nothing in common with it.
final class Shingles {

    /// How many intervals make a stretch.
    static final int INTERVALS = 6;

    /// How many of them must differ: scales, trills and broken chords stand in everything.
    private static final int DIFFERENT = 3;

    private Shingles() {
    }

    /// The hashes of a score, each once, ascending as numbers without sign.
    static int[] of(Score score) {
        int[] line = Skyline.of(score);
        return Arrays.stream(line.length <= INTERVALS ? new int[0] : hashes(line)).map(hash -> hash ^ Integer.MIN_VALUE).sorted()
                .distinct().map(hash -> hash ^ Integer.MIN_VALUE).toArray();
    }

    private static int[] hashes(int[] line) {
        int[] hashes = new int[line.length - INTERVALS];
        int size = 0;
        for (int from = 0; from < hashes.length; from++) {
            int first = from;
            int[] intervals = new int[INTERVALS];
            Arrays.setAll(intervals, i -> line[first + i + 1] - line[first + i]);
            long hash = 0;
            for (int interval : intervals) {
                hash = Hashes.mixed(hash + interval);
            }
            if (Arrays.stream(intervals).distinct().count() >= DIFFERENT) {
                hashes[size++] = (int) (hash >>> 32);
            }
        }
        return Arrays.copyOf(hashes, size);
    }
}
