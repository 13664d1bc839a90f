package dev.cadenza.model.generate;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.PitchRange;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Score;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A request with its model on a grid: what differs between new music and music that goes on.
sealed interface GridTask permits Composition, Continuation {

    /// What makes the music.
    Autoregressive model();

    /// The grid it is written on.
    GridTokenizer tokenizer();

    /// Where each place may sound.
    List<PitchRange> ranges();

    /// What is settled before the first note; may be drawn.
    Outline outline(RandomGenerator random);

    /// The score that a draft becomes.
    ///
    /// @param key of the piece
    Result result(Outline outline, Draft draft, KeySignature key);

    /// A score and what is wrong with it.
    ///
    /// @param fault as the end of "the music ..."; empty where it is music
    record Result(Score score, Optional<String> fault) {
    }
}
