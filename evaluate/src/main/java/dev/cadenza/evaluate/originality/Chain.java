package dev.cadenza.evaluate.originality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Runs of one line of the take and one of the index, in the same key, joined over changed notes: what is nearly the same.
///
/// From one run to the next at most two notes differ or stand on one side only, and of all notes of the chain at most one in
/// five, counted on the side that has more of them. Each join costs the bits of a choice.
///
/// @param first run
/// @param last run
/// @param notes that are the same
/// @param changed notes between the runs, on the side that has more of them
record Chain(Run first, Run last, int runs, int notes, int changed, double bits) {

    static final Comparator<Run> ORDER = Comparator.comparingInt(Run::at).thenComparingInt(Run::place);

    private static final int MOST_CHANGED = 2;
    private static final int SAME_FOR_ONE_CHANGED = 4;
    private static final double JOIN_BITS = 6;
    private static final double CHANGE_BITS = 4;
    /// Of runs that begin earlier, the nearest are enough.
    private static final int MOST_LOOKED_AT = 32;

    /// Of each run the weightiest chain that ends with it, where that has several runs.
    ///
    /// @param runs of one line of the index and one transposition, by their first notes
    static List<Chain> of(List<Run> runs) {
        List<Chain> best = new ArrayList<>(runs.size());
        List<Chain> chains = new ArrayList<>();
        for (Run run : runs) {
            Chain longest = new Chain(run, run, 1, run.notes(), 0, run.bits());
            for (int i = best.size() - 1; i >= Math.max(0, best.size() - MOST_LOOKED_AT); i--) {
                Chain joined = best.get(i).with(run);
                longest = joined.bits > longest.bits ? joined : longest;
            }
            best.add(longest);
            if (longest.runs > 1) {
                chains.add(longest);
            }
        }
        return chains;
    }

    /// The chain with another run, or itself without any weight where they do not join.
    private Chain with(Run run) {
        int inTake = run.at() - last.end();
        int inPiece = run.place() - last.placeEnd();
        int more = Math.max(inTake, inPiece);
        boolean joins = Math.min(inTake, inPiece) >= 0 && more <= MOST_CHANGED
                && SAME_FOR_ONE_CHANGED * (changed + more) <= notes + run.notes();
        if (!joins) {
            return new Chain(first, last, runs, notes, changed, 0);
        }
        return new Chain(first, run, runs + 1, notes + run.notes(), changed + more,
                bits + run.bits() - JOIN_BITS - CHANGE_BITS * more);
    }
}
