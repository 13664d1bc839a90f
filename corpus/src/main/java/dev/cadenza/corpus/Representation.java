package dev.cadenza.corpus;

import dev.cadenza.score.Score;

/// A way to turn music into what a network sees, and back.
public interface Representation<E extends Encoding> {

    /// What a network sees of a score. What it cannot represent is left out; see [#reduce].
    ///
    /// @throws dev.cadenza.score.CadenzaException.RequestException where the score cannot be represented at all
    E encode(Score score);

    /// The music that an encoding stands for. `encode(decode(e)).equals(e)` for every encoding of this representation.
    Score decode(E encoding);

    /// The score with exactly what this representation keeps: `decode(encode(s))`.
    default Score reduce(Score score) {
        return decode(encode(score));
    }
}
