package dev.cadenza.model.generate;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.Session;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What one attempt has written.
///
/// @param sequence the whole piece, what it was given included
/// @param weights how long each pitch class sounds in it
/// @param notices of masks that had to be passed over
record Draft(TokenSequence sequence, double[] weights, Set<String> notices) {

    /// Writes a piece token by token.
    ///
    /// @param masks in order of importance
    static Draft write(Autoregressive model, Outline outline, List<Mask> masks, Sampler sampler, RandomGenerator random) {
        Session session = model.session(outline.told());
        for (int token : outline.heard()) {
            session.accept(token);
        }
        Writing writing = new Writing(model.tokenizer(), outline.steps());
        for (int token : outline.given()) {
            writing.accept(token);
        }
        Set<String> notices = new LinkedHashSet<>();
        while (writing.step() < outline.steps()) {
            BitSet allowed = allowed(writing, masks, notices);
            int token = allowed.cardinality() == 1 ? allowed.nextSetBit(0)
                    : sampler.within(allowed).sample(session.logits(), random);
            session.accept(token);
            writing.accept(token);
        }
        TokenSequence sequence = new TokenSequence(model.tokenizer().width(), writing.tokens(), outline.context());
        return new Draft(sequence, writing.weights(), notices);
    }

    private static BitSet allowed(Writing writing, List<Mask> masks, Set<String> notices) {
        BitSet allowed = writing.grammar().allowed();
        for (Mask mask : masks) {
            BitSet narrowed = (BitSet) allowed.clone();
            mask.narrow(narrowed, writing);
            if (!narrowed.isEmpty()) {
                allowed = narrowed;
            } else if (!mask.notice().isEmpty()) {
                notices.add(mask.notice());
            }
        }
        return allowed;
    }
}
