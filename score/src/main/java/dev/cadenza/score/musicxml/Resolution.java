package dev.cadenza.score.musicxml;

import java.util.List;

/// How many ticks a quarter note gets.
final class Resolution {

    /// Holds all common note values, tuplets of three, five and seven among them.
    static final int FINEST = 10_080;

    /// What it shall be a multiple of, from the best on: 480 holds all notes of pieces without tuplets of seven, the others
    /// the bars of short metres.
    private static final int[] WISHES = {480, 32, 16, 8, 4, 2, 1};

    private Resolution() {
    }

    /// The least multiple of all divisions of the file and of 480, or a smaller power of two where that is too fine; 10,080
    /// where even the divisions alone would need more.
    static int of(List<WrittenPart> parts) {
        long divisions = 1;
        for (WrittenPart part : parts) {
            for (int next : part.divisions) {
                divisions = Math.min(leastMultiple(divisions, next), FINEST + 1L);
            }
        }
        for (int wish : WISHES) {
            long resolution = leastMultiple(divisions, wish);
            if (resolution <= FINEST) {
                return (int) resolution;
            }
        }
        return FINEST;
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
