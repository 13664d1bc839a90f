package dev.cadenza.corpus;

import dev.cadenza.score.KeySignature;
import java.util.ArrayList;
import java.util.List;

/// Key signatures out of what the `key` row of a stream says, token by token.
final class KeyChanges {

    private final int stepsPerQuarter;
    private final List<KeySignature> signatures = new ArrayList<>();
    private int key;

    KeyChanges(int stepsPerQuarter) {
        this.stepsPerQuarter = stepsPerQuarter;
    }

    /// @param step no earlier than before
    /// @param stated number of the key; 0 leaves it as it was
    void at(int step, int stated) {
        if (stated != key && stated != 0) {
            signatures.add(Contexts.signature(Grid.tick(step, stepsPerQuarter), stated));
            key = stated;
        }
    }

    List<KeySignature> signatures() {
        return List.copyOf(signatures);
    }
}
