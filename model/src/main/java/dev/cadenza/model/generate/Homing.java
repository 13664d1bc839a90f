package dev.cadenza.model.generate;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Latent;
import dev.cadenza.model.Session;
import dev.cadenza.score.constraint.PitchLimit;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes excerpts of points in a key: notes outside of it are less likely to begin than the model has them.
///
/// @param home the key; empty to leave all as the model has it
record Homing(Latent model, Optional<PitchLimit.InKey> home, Sampler sampler) {

    private static final double NATS = 2;
    /// So large a share of notes outside of the key is as bad as a semitone up or down.
    private static final double SEMITONE = 0.04;
    private static final SamplerSettings LIKELIEST = new SamplerSettings(0, 0, 1, 0);

    /// The excerpt, a few semitones up or down where that brings it into the key.
    TokenSequence moved(float[] point, RandomGenerator random) {
        return decode(point, home.map(key -> semitones(key, point)).orElse(0), random);
    }

    /// The excerpt at its own height.
    TokenSequence decode(float[] point, RandomGenerator random) {
        return decode(point, 0, random);
    }

    private TokenSequence decode(float[] point, int semitones, RandomGenerator random) {
        GridTokenizer tokenizer = model.tokenizer();
        Session session = semitones == 0 ? model.session(point) : new Transposed(model.session(point), tokenizer, semitones);
        int steps = model.excerpts().steps();
        Writing writing = new Writing(tokenizer, steps, Optional.empty());
        Optional<HomePull> pull = home.map(key -> new HomePull(key, NATS));
        while (writing.step() < steps) {
            float[] logits = session.logits();
            int token = sampler.within(writing.grammar().allowed()).sample(pull.map(to -> to.on(logits, writing)).orElse(logits), random);
            session.accept(token);
            writing.accept(token);
        }
        return model.excerpts().of(writing.tokens());
    }

    private int semitones(PitchLimit.InKey key, float[] point) {
        double[] weights = Primers.weights(model.decode(point, Sampler.of(LIKELIEST), Composer.random(0)), model.tokenizer());
        double all = Math.max(1, Arrays.stream(weights).sum());
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int semitones = -6; semitones < 6; semitones++) {
            double outside = 0;
            for (int pitch = 0; pitch < 12; pitch++) {
                outside += key.holds(Math.floorMod(pitch + semitones, 12)) ? 0 : weights[pitch];
            }
            double cost = outside / all + SEMITONE * Math.abs(semitones);
            if (cost < least) {
                least = cost;
                best = semitones;
            }
        }
        return best;
    }
}
