package dev.cadenza.model.generate;

import dev.cadenza.score.Score;
import java.util.Optional;
import java.util.Set;

/// Makes one try at a take.
interface Maker {

    /// Equal seeds make equal music.
    Attempt make(long seed);

    /// A try at a take.
    ///
    /// @param fault what is wrong with it, as the end of "the music ..."; empty where it is music
    /// @param notices what is worth knowing about it, in sentences
    record Attempt(Score score, Optional<String> fault, Set<String> notices) {
    }
}
