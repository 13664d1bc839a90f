package dev.cadenza.corpus.read;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import java.util.List;

/// Pieces to learn from, split by piece.
///
/// @param train to learn from
/// @param valid to choose by
/// @param test to measure once; empty where the source does not state a split
/// @param report what was kept, dropped and why
public record Corpus(Tokenizer tokenizer, List<Piece> train, List<Piece> valid, List<Piece> test, ImportReport report) {

    public Corpus {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
        test = List.copyOf(test);
    }

    /// The token sequences of some pieces.
    public static List<TokenSequence> tokens(List<Piece> pieces) {
        return pieces.stream().map(Piece::tokens).toList();
    }
}
