package dev.cadenza.corpus.read;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import java.util.List;
import java.util.OptionalDouble;

/// Pieces to learn from, split by piece.
///
/// @param train to learn from
/// @param valid to choose by
/// @param test to measure once; empty where the source does not state a split
/// @param report what was kept, dropped and why
/// @param sources where the pieces come from
/// @param quartersPerMinute their usual tempo: the median of those that pieces state for their start
public record Corpus(Tokenizer tokenizer, List<Piece> train, List<Piece> valid, List<Piece> test, ImportReport report,
                     List<DataSource> sources, OptionalDouble quartersPerMinute) {

    public Corpus {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
        test = List.copyOf(test);
        sources = List.copyOf(sources);
    }

    /// Pieces of which nobody says where they come from.
    public Corpus(Tokenizer tokenizer, List<Piece> train, List<Piece> valid, List<Piece> test, ImportReport report) {
        this(tokenizer, train, valid, test, report, List.of(), OptionalDouble.empty());
    }

    /// The same, from some sources.
    public Corpus from(DataSource... all) {
        return new Corpus(tokenizer, train, valid, test, report, List.of(all), quartersPerMinute);
    }

    /// The same, with its usual tempo.
    public Corpus at(OptionalDouble tempo) {
        return new Corpus(tokenizer, train, valid, test, report, sources, tempo);
    }

    /// The token sequences of some pieces.
    public static List<TokenSequence> tokens(List<Piece> pieces) {
        return pieces.stream().map(Piece::tokens).toList();
    }
}
