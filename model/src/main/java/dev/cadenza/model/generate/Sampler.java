package dev.cadenza.model.generate;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/// Chooses the next token.
public interface Sampler {

    /// A token, drawn with the given randomness. Numbers that are not finite count as impossible.
    ///
    /// @param logits (vocabulary) unnormalised log probabilities; only read
    int sample(float[] logits, RandomGenerator random);

    /// The same choice among some tokens only.
    ///
    /// @param allowed not empty
    Sampler within(BitSet allowed);

    /// The sampler with these settings, over all tokens.
    static Sampler of(SamplerSettings settings) {
        return new SettingsSampler(settings, new BitSet());
    }
}
