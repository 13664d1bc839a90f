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

    /// What agrees for so long is a tune.
    public static final int PHRASE_BARS = 4;

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

    /// The band of what has been added; unknown where that is too little.
    ///
    /// Pieces whose weightiest match lasts a phrase or more are left out, unless that leaves too few: they are settings of a tune
    /// that is in the index. That is what shall be told of a take, not what is usual.
    public Band band() {
        if (found.size() < LEAST_PIECES) {
            return Band.UNKNOWN;
        }
        List<Originality> others = found.stream().filter(one -> !sharesTune(one)).toList();
        double[] excess = (others.size() < LEAST_PIECES ? found : others).stream().mapToDouble(Originality::excess).sorted().toArray();
        double most = excess[(int) Math.ceil(excess.length * PERCENTILE / 100) - 1];
        int[] notes = found.stream().mapToInt(HeldOut::notes).sorted().toArray();
        int mostNotes = found.stream().filter(one -> one.excess() <= most).mapToInt(HeldOut::notes).max().orElse(0);
        return new Band(found.size(), PERCENTILE, most, notes[(notes.length - 1) / 2], mostNotes);
    }

    private static boolean sharesTune(Originality piece) {
        return piece.matches().stream().findFirst().filter(match -> match.lastBar() - match.firstBar() >= PHRASE_BARS - 1).isPresent();
    }

    private static int notes(Originality piece) {
        return piece.longestVerbatim().map(Match::notes).orElse(0);
    }
}
