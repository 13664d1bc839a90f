package dev.cadenza.model;

import dev.cadenza.corpus.Grammar;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.generate.Sampler;
import java.util.random.RandomGenerator;

/// A model for which excerpts of music, all of one length, are points of a space: an excerpt goes in and a Gaussian around its
/// point comes out; any point goes in and an excerpt comes out. Points drawn from the standard normal distribution give music
/// like that it learnt from; points near each other give excerpts that are alike.
public non-sealed interface Latent extends MusicModel {

    @Override
    GridTokenizer tokenizer();

    /// How many numbers a point has.
    int latent();

    /// What an excerpt is, and how a piece is cut into some.
    Excerpts excerpts();

    /// Where an excerpt lies.
    ///
    /// @param excerpt of [#excerpts]
    /// @throws IllegalArgumentException where it has another length or width
    Gaussian encode(TokenSequence excerpt);

    /// A reading of the excerpt that a point means, from its beginning; it takes [Excerpts#steps] steps, no more.
    ///
    /// @param point ([#latent]), not kept
    Session session(float[] point);

    /// The excerpt that a point means, with tokens that the grammar allows. With the temperature 0 a point has one excerpt.
    ///
    /// @param point ([#latent])
    default TokenSequence decode(float[] point, Sampler sampler, RandomGenerator random) {
        Session session = session(point);
        int[] tokens = new int[excerpts().steps() * tokenizer().width()];
        Grammar.State state = tokenizer().grammar().start();
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = sampler.within(state.allowed()).sample(session.logits(), random);
            state = state.after(tokens[i]);
            session.accept(tokens[i]);
        }
        return excerpts().of(tokens);
    }

    /// A normal distribution without correlations.
    ///
    /// @param mean (latent)
    /// @param deviation (latent), each above 0
    record Gaussian(float[] mean, float[] deviation) {

        /// A point drawn from it.
        ///
        /// @param spread how far from the mean: the deviations are multiplied with it; 0 for the mean itself
        public float[] draw(double spread, RandomGenerator random) {
            float[] point = mean.clone();
            for (int i = 0; i < point.length; i++) {
                point[i] += (float) (spread * deviation[i] * random.nextGaussian());
            }
            return point;
        }

        /// What a point drawn from it tells beside one drawn from the standard normal distribution, in nats: the
        /// Kullback-Leibler divergence.
        public double nats() {
            double sum = 0;
            for (int i = 0; i < mean.length; i++) {
                double variance = (double) deviation[i] * deviation[i];
                sum += ((double) mean[i] * mean[i] + variance - StrictMath.log(variance) - 1) / 2;
            }
            return sum;
        }
    }
}
