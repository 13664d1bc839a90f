package dev.cadenza.bench.structure;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.List;

/// A piece whose bars are known.
///
/// @param set the data set
/// @param name of the piece, unique in its set
/// @param score as the file has it, its own metres included
/// @param usual the metre of most of the piece
/// @param beats ticks of the beats, ascending; empty where not known
/// @param downbeats ticks of the bars' beginnings, ascending; two at least
record Barred(String set, String name, Score score, Meter usual, List<Long> beats, List<Long> downbeats) {

    /// Whether parameters may be chosen on it: half of all pieces, by their names. All performances of a piece are in one half.
    boolean forTuning() {
        return Halves.forTuning(name);
    }

    /// The place of most bars' beginnings in bars counted from tick 0.
    long phase() {
        long bar = Math.max(1, usual.barTicks(score.resolution()));
        long best = 0;
        int most = 0;
        java.util.Map<Long, Integer> counts = new java.util.TreeMap<>();
        for (long downbeat : downbeats) {
            int count = counts.merge(downbeat % bar, 1, Integer::sum);
            if (count > most) {
                most = count;
                best = downbeat % bar;
            }
        }
        return best;
    }
}
