package dev.cadenza.model.generate;

import dev.cadenza.score.Score;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;

/// Makes one try at a take.
interface Maker {

    /// Equal seeds make equal music.
    Attempt make(long seed);

    /// The same, saying now and then what share of the work is done; those that take a moment only say nothing.
    ///
    /// @param done told from any thread, 0..1, never less than before
    default Attempt make(long seed, DoubleConsumer done) {
        return make(seed);
    }

    /// A try at a take.
    ///
    /// @param fault what is wrong with it, as the end of "the music ..."; empty where it is music
    /// @param notices what is worth knowing about it, in sentences
    record Attempt(Score score, Optional<String> fault, Set<String> notices) {
    }
}
