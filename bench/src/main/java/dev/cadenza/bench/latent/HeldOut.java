package dev.cadenza.bench.latent;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Excerpts;
import java.util.ArrayList;
import java.util.List;

/// Excerpts that do not overlap, of pieces that were not learnt from.
final class HeldOut {

    private HeldOut() {
    }

    /// At most so many, spread over all.
    static List<TokenSequence> excerpts(Excerpts excerpts, List<TokenSequence> pieces, int most) {
        List<TokenSequence> all = new ArrayList<>();
        for (TokenSequence piece : pieces) {
            int after = 0;
            for (int start : excerpts.starts(piece)) {
                TokenSequence excerpt = excerpts.at(piece, start);
                if (start >= after && excerpts.isMusic(excerpt)) {
                    all.add(excerpt);
                    after = start + excerpts.steps();
                }
            }
        }
        List<TokenSequence> some = new ArrayList<>();
        int count = Math.min(most, all.size());
        for (int i = 0; i < count; i++) {
            some.add(all.get((int) ((long) i * all.size() / count)));
        }
        return some;
    }
}
