package dev.cadenza.evaluate.originality;

import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Human pieces that are not in an index, looked at to learn how much such pieces repeat.
public final class HeldOut {

    /// Share of human pieces without a tune in common with the index that are within the band, in per cent.
    public static final double PERCENTILE = 95;

    /// Fewer pieces say nothing about what is usual.
    public static final int LEAST_PIECES = 8;

    private static final double CLIPPED = 99;

    private final PassageIndex index;
    private final List<Originality> found = new ArrayList<>();

    /// @param index without a band
    public HeldOut(PassageIndex index) {
        this.index = index;
    }

    /// Looks at a piece that is not in the index.
    public HeldOut add(Score piece) {
        return add(piece, id -> true);
    }

    /// Looks at a piece, beside some pieces of the index.
    ///
    /// @param among says of a piece's id whether it counts
    public HeldOut add(Score piece, Predicate<String> among) {
        found.add(index.matches(piece, 0, among));
        return this;
    }

    /// The band of what has been added.
    ///
    /// The best of many local matches follows Gumbel's law (Karlin and Altschul 1990). It is fitted to the lower quartile and the
    /// median, and pieces above its 99th percentile are left out until none is: they do not resemble an indexed piece by chance,
    /// they are settings of the same tune, and would hide others.
    public Band band() {
        if (found.size() < LEAST_PIECES) {
            return Band.UNKNOWN;
        }
        double[] excess = found.stream().mapToDouble(Originality::excess).sorted().toArray();
        int[] notes = found.stream().mapToInt(one -> one.longestVerbatim().map(Match::notes).orElse(0)).sorted().toArray();
        int kept = excess.length;
        for (int next = within(excess, kept, CLIPPED); next < kept && next > excess.length / 2; next = within(excess, kept, CLIPPED)) {
            kept = next;
        }
        double most = quantile(excess, kept, PERCENTILE);
        int mostNotes = found.stream().filter(one -> one.excess() <= most)
                .mapToInt(one -> one.longestVerbatim().map(Match::notes).orElse(0)).max().orElse(0);
        return new Band(found.size(), PERCENTILE, most, notes[(notes.length - 1) / 2], mostNotes);
    }

    /// How many of the first do not exceed a percentile of the law that fits them.
    private static int within(double[] sorted, int count, double percentile) {
        double most = quantile(sorted, count, percentile);
        int within = 0;
        while (within < count && sorted[within] <= most) {
            within++;
        }
        return within;
    }

    /// A percentile of the law that fits the first of some numbers. Those of pieces without a match are only known to be small:
    /// quartile and median are those of the others, at the ranks that they have among all.
    private static double quantile(double[] sorted, int count, double percentile) {
        int silent = 0;
        while (silent < count && sorted[silent] <= 0) {
            silent++;
        }
        int others = count - silent;
        if (others < LEAST_PIECES) {
            return sorted[count - 1];
        }
        int quartile = silent + (others - 1) / 4;
        int median = silent + (others - 1) / 2;
        double scale = (sorted[median] - sorted[quartile]) / (gumbel(rank(median, count)) - gumbel(rank(quartile, count)));
        return sorted[median] + scale * (gumbel(percentile) - gumbel(rank(median, count)));
    }

    private static double rank(int place, int count) {
        return 100 * (place + 0.5) / count;
    }

    /// A percentile of the standard law.
    private static double gumbel(double percentile) {
        return -StrictMath.log(-StrictMath.log(percentile / 100));
    }
}
