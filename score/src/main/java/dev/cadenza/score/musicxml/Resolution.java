package dev.cadenza.score.musicxml;

import java.util.List;

/// How many ticks a quarter note gets.
final class Resolution {

    /// Holds all common note values, tuplets of three, five and seven among them.
    static final int FINEST = 10_080;

    private static final int USUAL = 480;

    private Resolution() {
    }

    /// The least multiple of all divisions of the file, and of 480 where that is not too fine; 10,080 where even the
    /// divisions alone would need more.
    static int of(List<WrittenPart> parts) {
        long divisions = 1;
        for (WrittenPart part : parts) {
            for (int next : part.divisions) {
                divisions = Math.min(leastMultiple(divisions, next), FINEST + 1L);
            }
        }
        long usual = leastMultiple(divisions, USUAL);
        return (int) (usual <= FINEST ? usual : divisions <= FINEST ? divisions : FINEST);
    }

    private static long leastMultiple(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return a / x * b;
    }
}
