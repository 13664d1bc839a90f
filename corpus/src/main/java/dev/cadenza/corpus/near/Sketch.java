package dev.cadenza.corpus.near;

import dev.cadenza.score.Score;
import java.util.Arrays;

/// What is remembered of a piece to find pieces like it: the least hashes of its [Shingles], which are a random sample of
/// them (a bottom-k sketch; Broder, On the resemblance and containment of documents, 1997). At most half a kilobyte.
///
/// @param shingles how many different ones there are
/// @param least the least of their hashes, at most [#MOST], ascending as numbers without sign
public record Sketch(int shingles, int[] least) {

    /// How many hashes are kept. Where a piece has no more shingles than that, what is said of it is exact.
    public static final int MOST = 128;

    /// A piece of fewer shingles is too short to be compared.
    static final int FEWEST = 12;

    /// A sketch of nothing: like no piece.
    public static final Sketch NONE = new Sketch(0, new int[0]);

    public Sketch {
        if (least.length > MOST || least.length != Math.min(shingles, MOST)) {
            throw new IllegalArgumentException(least.length + " hashes of " + shingles + " shingles");
        }
        for (int i = 1; i < least.length; i++) {
            if (Integer.compareUnsigned(least[i - 1], least[i]) >= 0) {
                throw new IllegalArgumentException("hashes are not in ascending order");
            }
        }
        least = least.clone();
    }

    /// The sketch of a score.
    public static Sketch of(Score score) {
        int[] all = Shingles.of(score);
        return new Sketch(all.length, Arrays.copyOf(all, Math.min(all.length, MOST)));
    }

    @Override
    public int[] least() {
        return least.clone();
    }

    /// Whether there is enough of it to be compared.
    boolean comparable() {
        return shingles >= FEWEST;
    }

    int hash(int index) {
        return least[index];
    }

    int hashes() {
        return least.length;
    }

    /// The share of shingles that two pieces have in common among all that they have (Jaccard), 0..1.
    public double resemblance(Sketch other) {
        int mine = 0;
        int theirs = 0;
        int looked = 0;
        int common = 0;
        // Of cut sketches, only the least of both together are a fair sample.
        int most = Math.max(shingles, other.shingles) > MOST ? MOST : 2 * MOST;
        while (looked < most && (mine < least.length || theirs < other.least.length)) {
            int order = mine == least.length ? 1 : theirs == other.least.length ? -1
                    : Integer.compareUnsigned(least[mine], other.least[theirs]);
            common += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
            looked++;
        }
        return looked == 0 ? 0 : common / (double) looked;
    }

    /// The share of the shorter piece's shingles that stand in the longer one, 0..1, estimated.
    double containment(Sketch other, double resemblance) {
        double common = resemblance / (1 + resemblance) * ((double) shingles + other.shingles);
        return Math.min(1, common / Math.min(shingles, other.shingles));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that && shingles == that.shingles && Arrays.equals(least, that.least);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(least);
    }
}
