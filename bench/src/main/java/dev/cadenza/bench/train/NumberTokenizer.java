package dev.cadenza.bench.train;

import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.Grammar;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.Vocabulary;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Score;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Tokens that mean nothing, for measuring speed at a given vocabulary. Music in, or out of, it is empty.
///
/// @param size of the vocabulary
record NumberTokenizer(int size) implements GridTokenizer {

    @Override
    public Vocabulary vocabulary() {
        return new Vocabulary(IntStream.range(0, size).mapToObj(Integer::toString).toList());
    }

    @Override
    public Grammar grammar() {
        return Any::new;
    }

    private final class Any implements Grammar.State {
        @Override
        public BitSet allowed() {
            BitSet all = new BitSet(size);
            all.set(0, size);
            return all;
        }

        @Override
        public Grammar.State after(int token) {
            return this;
        }

        @Override
        public boolean mayEnd() {
            return true;
        }
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public int stepsPerQuarter() {
        return 4;
    }

    @Override
    public List<ContextRow> contextRows() {
        return List.of();
    }

    @Override
    public int[][] context(Plan plan) {
        return new int[0][];
    }

    @Override
    public int transpose(int token, int semitones) {
        return token;
    }

    @Override
    public int pitch(int token, int place) {
        return -1;
    }

    @Override
    public int sounding(int token, int before) {
        return -1;
    }

    @Override
    public boolean begins(int token, int before) {
        return true;
    }

    @Override
    public TokenSequence encode(Score score) {
        return new TokenSequence(1, new int[0], new int[0][]);
    }

    @Override
    public Score decode(TokenSequence encoding) {
        return new Score(4, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Metadata.NONE);
    }
}
