package dev.cadenza.train;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
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
        int[] semitones = pieces.stream().mapToInt(_ -> random.nextInt(2 * reach + 1) - reach).toArray();
        return new Moved(pieces, tokenizer, semitones);
    }

    /// Pieces that are moved when they are asked for. Those asked for last are remembered, as far as 16 million tokens.
    private static final class Moved extends AbstractList<TokenSequence> implements RandomAccess {

        private static final long MOST_TOKENS = 1 << 24;

        private final List<TokenSequence> pieces;
        private final Tokenizer tokenizer;
        private final int[] semitones;
        private final Map<Integer, TokenSequence> known = new LinkedHashMap<>(16, 0.75f, true);
        private long tokens;

        Moved(List<TokenSequence> pieces, Tokenizer tokenizer, int[] semitones) {
            this.pieces = pieces;
            this.tokenizer = tokenizer;
            this.semitones = semitones;
        }

        @Override
        public int size() {
            return semitones.length;
        }

        @Override
        public TokenSequence get(int index) {
            TokenSequence moved = known.get(index);
            if (moved == null) {
                TokenSequence piece = pieces.get(index);
                moved = tokenizer.transposed(piece, semitones[index]).orElse(piece);
                known.put(index, moved);
                tokens += size(moved);
                for (var eldest = known.entrySet().iterator(); tokens > MOST_TOKENS && known.size() > 1;) {
                    tokens -= size(eldest.next().getValue());
                    eldest.remove();
                }
            }
            return moved;
        }

        private static long size(TokenSequence piece) {
            return (long) piece.steps() * (piece.width() + piece.contextRows());
        }
    }
}
