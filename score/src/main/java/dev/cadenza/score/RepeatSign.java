package dev.cadenza.score;

import java.util.List;

/// A sign that says in which order the bars of a score are played.
///
/// A score holds its music once, as it is written; `dev.cadenza.score.form` plays it through.
///
/// @param tick the bar line it stands at: what begins something stands where that begins, what ends something where it ends
/// @param passes of a [Kind#END], one number: how often the section is played in all; of an [Kind#ENDING], the passes in
///        which it is played; empty otherwise
public record RepeatSign(long tick, Kind kind, List<Integer> passes) {

    /// The signs there are.
    public enum Kind {
        /// `|:`: here a repeat comes back to.
        START,
        /// `:|`: back to the last start, or to the beginning.
        END,
        /// A bracket begins, over bars that are played in some passes only.
        ENDING,
        /// The bracket ends.
        ENDING_END,
        /// Where *dal segno* comes back to.
        SEGNO,
        /// Where *al coda* goes to.
        CODA,
        /// Where it leaves for the coda.
        TO_CODA,
        /// The end, once one has come back.
        FINE,
        /// Back to the beginning.
        DA_CAPO,
        /// Back to the segno.
        DAL_SEGNO
    }

    public RepeatSign {
        Checks.tick(tick);
        passes = List.copyOf(passes);
        for (int pass : passes) {
            Checks.fromOne("pass", pass);
        }
        if (kind == Kind.END && passes.size() != 1) {
            throw new IllegalArgumentException("the end of a repeat states one number of times, not " + passes);
        }
        if (kind == Kind.ENDING && passes.isEmpty()) {
            throw new IllegalArgumentException("an ending states the passes in which it is played");
        }
        if (kind != Kind.END && kind != Kind.ENDING && !passes.isEmpty()) {
            throw new IllegalArgumentException(kind + " has no passes: " + passes);
        }
    }

    /// A sign without passes.
    public static RepeatSign of(long tick, Kind kind) {
        return new RepeatSign(tick, kind, kind == Kind.END ? List.of(2) : List.of());
    }
}
