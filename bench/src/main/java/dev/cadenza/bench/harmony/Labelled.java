package dev.cadenza.bench.harmony;

import dev.cadenza.score.Score;
import dev.cadenza.score.theory.Chord;
import dev.cadenza.score.theory.Key;
import java.util.List;
import java.util.Optional;

/// A piece with what people say of its harmony.
///
/// @param home key of the piece
/// @param labels in order, without overlaps
/// @param cadences where a label says so
record Labelled(String id, Score score, Key home, List<Label> labels, List<CadenceLabel> cadences) {

    /// @param key heard from `start` to before `end`, in ticks
    /// @param chord empty where the label names none that we know
    record Label(long start, long end, Key key, Optional<Chord> chord) {
    }

    /// @param tick of the last chord
    /// @param kind PAC, IAC, HC, DC, EC, PC
    record CadenceLabel(long tick, String kind) {
    }

    /// Tables and weights are chosen on one half of each data set and measured on the other.
    boolean isForLearning() {
        return isForLearning(id);
    }

    static boolean isForLearning(String id) {
        return (id.hashCode() & 1) == 0;
    }
}
