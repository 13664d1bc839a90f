package dev.cadenza.corpus.read;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.score.Score;

/// One piece of a corpus.
///
/// @param id where it comes from: `train/17` of a JSON file, or the path inside its folder
/// @param tokens what a network sees of it
public record Piece(String id, TokenSequence tokens) {

    /// The music of the tokens: what was kept of the source.
    public Score score(Tokenizer tokenizer) {
        return tokenizer.decode(tokens);
    }
}
