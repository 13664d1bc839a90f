package dev.cadenza.model.generate;

import dev.cadenza.score.constraint.PitchLimit;

/// Makes notes outside of a key less likely to begin, and leaves all else as the model has it: what a slider does that adds the
/// logarithm of a prior to the logits before a token is drawn. Notes that sound already go on as they would.
///
/// @param key the piece's
/// @param nats how much less likely, 0 or more
record HomePull(PitchLimit.InKey key, double nats) {

    /// The logits of the next token.
    ///
    /// @param logits (vocabulary) those of the model; only read
    float[] on(float[] logits, Writing writing) {
        if (nats == 0 || !writing.inVoice()) {
            return logits;
        }
        float[] pulled = logits.clone();
        for (int token = 0; token < pulled.length; token++) {
            if (writing.begins(token)) {
                int pitch = writing.sounding(token);
                pulled[token] -= pitch >= 0 && !key.holds(pitch) ? (float) nats : 0;
            }
        }
        return pulled;
    }
}
