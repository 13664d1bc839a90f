package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.Facts.PartFacts;
import java.util.Arrays;

/// What the music of a corpus is like, in memory that does not grow with it.
final class MusicTally {

    /// Seconds up to which lengths are told apart; longer pieces are counted together.
    private static final int LONGEST = 3600;
    private static final int FASTEST = 400;
    private static final double DENSITY_STEP = 0.1;
    private static final int DENSEST = 400;

    private final int[] seconds = new int[LONGEST + 1];
    private final int[] tempos = new int[FASTEST + 1];
    private final int[] densities = new int[DENSEST + 1];
    private final int[] polyphony = new int[17];
    private final int[] parts = new int[17];
    private final int[] reached = new int[128];
    private int pieces;

    void add(Facts facts) {
        pieces++;
        seconds[(int) Math.min(LONGEST, facts.seconds())]++;
        tempos[(int) Math.min(FASTEST, Math.round(facts.slowest()))]++;
        double density = facts.seconds() > 0 ? facts.notes() / facts.seconds() : 0;
        densities[(int) Math.min(DENSEST, density / DENSITY_STEP)]++;
        polyphony[Math.min(polyphony.length - 1, facts.polyphony())]++;
        parts[Math.min(parts.length - 1, facts.parts().size())]++;
        int lowest = 128;
        int highest = -1;
        for (PartFacts part : facts.parts()) {
            if (!part.instrument().drums()) {
                lowest = Math.min(lowest, part.lowest());
                highest = Math.max(highest, part.highest());
            }
        }
        for (int pitch = lowest; pitch <= highest; pitch++) {
            reached[pitch]++;
        }
    }

    int pieces() {
        return pieces;
    }

    /// Length in whole seconds below which a share of the pieces stays.
    int seconds(double share) {
        return quantile(seconds, share);
    }

    /// Tempo in quarter notes a minute, likewise.
    int tempo(double share) {
        return quantile(tempos, share);
    }

    /// Notes a second, likewise.
    double density(double share) {
        return quantile(densities, share) * DENSITY_STEP;
    }

    /// How many pieces have 0, 1, ... notes at once at most; the last count is of 16 and more.
    int[] polyphony() {
        return polyphony.clone();
    }

    /// How many pieces have 0, 1, ... parts; the last count is of 16 and more.
    int[] parts() {
        return parts.clone();
    }

    /// How many pieces lie around each MIDI key, between their lowest and their highest note.
    int[] reached() {
        return reached.clone();
    }

    private static int quantile(int[] counts, double share) {
        int wanted = (int) Math.ceil(share * Arrays.stream(counts).sum());
        int seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= Math.max(1, wanted)) {
                return i;
            }
        }
        return counts.length - 1;
    }
}
