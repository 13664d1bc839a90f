package dev.cadenza.train;

import dev.cadenza.corpus.TokenSequence;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;

/// What a family of models brings to a run of training: its weights, what an epoch consists of, what is made small, and
/// what is measured. One optimiser serves all weights; a [Rival], where there is one, has weights and an optimiser of its own.
public interface Learner {

    /// All weights, those that learning changes.
    Parameters parameters();

    /// What it learns against, if anything.
    default Optional<Rival> rival() {
        return Optional.empty();
    }

    /// Whether what [#evaluate] measures is surprise, in nats a token. Where it is not, the figures of the evaluation say what
    /// it is, and nothing is told in nats.
    default boolean inNats() {
        return true;
    }

    /// The rate of learning at a step, as a share of the recipe's.
    ///
    /// @param step counted from 1 over all epochs
    default double share(long step) {
        return 1;
    }

    /// What is added to what is measured at the end of an epoch, before epochs are compared: where it is more than any measure,
    /// the epoch is kept for want of later ones only.
    ///
    /// @param step the last one of the epoch
    default double handicap(long step) {
        return 0;
    }

    /// What the optimiser remembers of gradients.
    default Momentum momentum() {
        return Momentum.USUAL;
    }

    /// Why an epoch shows that learning has gone astray and is to end, if it does.
    ///
    /// @param epoch counted from 1
    default Optional<String> astray(int epoch, Evaluation evaluation) {
        return Optional.empty();
    }

    /// What matrix products are computed in.
    Precision precision();

    /// What an epoch consists of.
    ///
    /// @param pieces as they are to be learnt from: transposed already
    /// @param random draws order and places; equal states give equal epochs
    Epoch epoch(List<TokenSequence> pieces, RandomGenerator random);

    /// How well some weights do on whole pieces, without anything withheld.
    ///
    /// @param weights of the names and shapes of [#parameters]
    Evaluation evaluate(Parameters weights, List<TokenSequence> pieces, RandomGenerator random);

    /// An epoch that has been drawn. A batch depends on its number and the step alone, so that a run goes on from any.
    interface Epoch {

        /// Optimiser steps, 0 or more.
        int batches();

        /// What one batch costs. Called inside a pointer scope, with libtorch's generator seeded for the step.
        ///
        /// @param batch from 0
        /// @param step optimiser steps so far and this one, counted from 1 over all epochs
        Loss loss(int batch, long step);
    }

    /// A network that learns against this one, as the critic of a GAN does. It takes its steps before this one takes its own.
    interface Rival {

        /// All its weights. They are kept to go on with, and are no part of the model.
        Parameters parameters();

        /// Its rate of learning, as a multiple of the recipe's.
        double rate();

        /// How many steps it has taken in all when `step` is over.
        long stepsUntil(long step);

        /// What a batch costs it; as [Epoch#loss].
        ///
        /// @param own its own steps so far and this one, counted from 1
        Loss loss(Epoch epoch, int batch, long step, long own);
    }

    /// How much an optimiser keeps of the means of gradients and of their squares, a step; each 0 up to, not including, 1.
    record Momentum(double first, double second) {

        /// As Kingma and Ba (2015) have it.
        public static final Momentum USUAL = new Momentum(0.9, 0.999);
    }

    /// What a batch costs.
    ///
    /// @param nats their sum, a scalar that can be differentiated
    /// @param scored tokens that it is the sum over, 1 or more
    record Loss(Tensor nats, long scored) {
    }
}
