package dev.cadenza.model.generate;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.Session;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Writes a piece token by token.
final class Drafting {

    private static final double LEAST = 1e-30;

    private final Autoregressive model;
    private final GridTokenizer tokenizer;
    private final Outline outline;
    private final List<Mask> masks;
    private final Optional<HomePull> pull;
    private final Sampler sampler;
    private final Session session;
    private final Writing writing;
    private final Set<String> notices = new LinkedHashSet<>();
    private double forced;

    /// Begins after what the outline gives.
    ///
    /// @param masks in order of importance
    /// @param pull towards the key of the piece, if any
    Drafting(Autoregressive model, GridTokenizer tokenizer, Outline outline, List<Mask> masks, Optional<HomePull> pull, Sampler sampler) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.outline = outline;
        this.masks = masks;
        this.pull = pull;
        this.sampler = sampler;
        session = model.session(ContextReader.of(outline.told(), tokenizer.width()));
        for (int token : outline.heard()) {
            session.accept(token);
        }
        writing = new Writing(tokenizer, outline.steps(), outline.key());
        for (int token : outline.given()) {
            writing.accept(token);
        }
    }

    /// Another one, begun anew, that has written the same so far.
    Drafting again() {
        Drafting other = new Drafting(model, tokenizer, outline, masks, pull, sampler);
        int[] tokens = writing.tokens();
        for (int i = outline.given().length; i < tokens.length; i++) {
            other.accept(tokens[i]);
        }
        other.notices.addAll(notices);
        return other;
    }

    /// Goes on to the beginning of a step.
    ///
    /// @param counted whether to add up how much the masks bend the model
    Drafting writeTo(int step, boolean counted, RandomGenerator random) {
        while (writing.step() < step) {
            BitSet allowed = allowed();
            if (counted) {
                forced -= StrictMath.log(Math.max(LEAST, share(session.logits(), allowed)));
            }
            accept(allowed.cardinality() == 1 ? allowed.nextSetBit(0)
                    : sampler.within(allowed).sample(logits(), random));
        }
        return this;
    }

    Draft draft() {
        TokenSequence sequence = new TokenSequence(tokenizer.width(), writing.tokens(), outline.context());
        return new Draft(sequence, writing.home(), notices, forced);
    }

    private void accept(int token) {
        session.accept(token);
        writing.accept(token);
    }

    private float[] logits() {
        float[] logits = session.logits();
        return pull.map(towards -> towards.on(logits, writing)).orElse(logits);
    }

    private BitSet allowed() {
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

    /// The probability that the model gives to the tokens that are allowed.
    private static double share(float[] logits, BitSet allowed) {
        double highest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double all = 0;
        double inside = 0;
        for (int token = 0; token < logits.length; token++) {
            double weight = StrictMath.exp(logits[token] - highest);
            all += weight;
            inside += allowed.get(token) ? weight : 0;
        }
        return inside / all;
    }
}
