package dev.cadenza.corpus;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Score;
import java.util.List;

/// The keys of a score by step, asked for in order of time.
final class KeyLine {

    private final List<KeySignature> signatures;
    private final Grid grid;
    private int next;
    private int key;

    private KeyLine(List<KeySignature> signatures, Grid grid) {
        this.signatures = signatures;
        this.grid = grid;
    }

    /// As the score states them; where it states none up to a step, the likeliest.
    static KeyLine of(Score score, Grid grid, int lastStep) {
        boolean stated = !score.keys().isEmpty() && grid.step(score.keys().getFirst().tick()) <= lastStep;
        return new KeyLine(stated ? score.keys() : Keys.likeliest(score).stream().toList(), grid);
    }

    /// The number of the key in force; 0 where none is known.
    ///
    /// @param step no earlier than before
    int at(int step) {
        while (next < signatures.size() && grid.step(signatures.get(next).tick()) <= step) {
            key = Contexts.key(signatures.get(next++));
        }
        return key;
    }
}
