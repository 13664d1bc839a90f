package dev.cadenza.train.sequencegan;

import static org.bytedeco.pytorch.global.torch.tensor;

import dev.cadenza.corpus.ContextRow;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.sequencegan.SequenceGanShapes;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/// Excerpts of equal length, as the networks read them. Each counts as a piece: the start stands before its first token.
///
/// @param windows how many
/// @param positions steps of each
/// @param tokens (windows, positions)
/// @param before (windows, positions) the token before each
/// @param rows for each fact of [SequenceGanShapes#known], (windows, positions)
record Lines(int windows, int positions, Tensor tokens, Tensor before, List<Tensor> rows) {

    /// An excerpt.
    ///
    /// @param start first step
    record Place(TokenSequence piece, int start) {
    }

    /// Whole excerpts of pieces, a new one every `stride` steps; pieces that are shorter are left out.
    static List<Place> places(List<TokenSequence> pieces, int positions, int stride) {
        List<Place> places = new ArrayList<>();
        for (TokenSequence piece : pieces) {
            for (int start = 0; start + positions <= piece.steps(); start += stride) {
                places.add(new Place(piece, start));
            }
        }
        return places;
    }

    static Lines of(List<Place> places, int positions, Tokenizer tokenizer) {
        List<ContextRow> known = SequenceGanShapes.known(tokenizer);
        int count = places.size();
        long[] tokens = new long[count * positions];
        long[] before = new long[count * positions];
        long[][] rows = new long[known.size()][count * positions];
        for (int w = 0; w < count; w++) {
            Place place = places.get(w);
            for (int i = 0; i < positions; i++) {
                int at = w * positions + i;
                tokens[at] = place.piece().token(place.start() + i, 0);
                before[at] = i == 0 ? tokenizer.vocabulary().size() : tokens[at - 1];
                for (int row = 0; row < rows.length; row++) {
                    rows[row][at] = place.piece().context(tokenizer.contextRows().indexOf(known.get(row)), place.start() + i);
                }
            }
        }
        List<Tensor> facts = new ArrayList<>();
        for (long[] row : rows) {
            facts.add(tensor(row).reshape(count, positions));
        }
        return new Lines(count, positions, tensor(tokens).reshape(count, positions), tensor(before).reshape(count, positions),
                facts);
    }
}
