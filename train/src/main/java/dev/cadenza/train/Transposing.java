package dev.cadenza.train;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import java.util.List;
import java.util.random.RandomGenerator;

/// Moves the training pieces of an epoch, each by an interval of its own.
final class Transposing {

    private Transposing() {
    }

    /// @param reach largest move in semitones; a piece that a move would take out of the vocabulary stays where it is
    static List<TokenSequence> epoch(List<TokenSequence> pieces, Tokenizer tokenizer, int reach, RandomGenerator random) {
        if (reach == 0) {
            return pieces;
        }
        return pieces.stream().map(piece -> {
            int semitones = random.nextInt(2 * reach + 1) - reach;
            return tokenizer.transposed(piece, semitones).orElse(piece);
        }).toList();
    }
}
