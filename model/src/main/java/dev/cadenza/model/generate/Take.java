package dev.cadenza.model.generate;

import dev.cadenza.score.Score;
import java.util.List;

/// A piece that was made.
///
/// @param seed the seed that makes it again, as the first take of an otherwise equal request
/// @param notices what is worth knowing about it, in sentences
public record Take(Score score, long seed, List<String> notices) {
    public Take {
        notices = List.copyOf(notices);
    }
}
