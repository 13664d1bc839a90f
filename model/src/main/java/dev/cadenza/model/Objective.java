package dev.cadenza.model;

/// What learning makes as small as it can, with what only that kind of learning knows.
public sealed interface Objective {

    /// What the mean of what is made small is called in logs and figures: `natsPerToken`; `generatorLoss` where a generator learns
    /// from a critic, whose verdict is no surprise.
    default String lossName() {
        return switch (this) {
            case Likelihood likelihood -> "natsPerToken";
            case Elbo elbo -> "natsPerToken";
            case Relativistic relativistic -> "generatorLoss";
            case Wasserstein wasserstein -> "generatorLoss";
        };
    }

    /// The surprise of the data, in nats: softmax cross-entropy.
    record Likelihood() implements Objective {
    }

    /// A generator's music is to be taken for real by a critic that learns to tell it from real music: relativistic losses
    /// (Jolicoeur-Martineau 2018), with tokens drawn by the straight-through Gumbel-softmax (Jang et al. 2017), as in RelGAN (Nie
    /// et al. 2019).
    ///
    /// @param pretraining steps at first in which the generator learns by likelihood, and the critic not at all; 0 or more
    /// @param criticSteps steps of the critic before each step of the generator, 1..100
    /// @param generatorRate rate of the generator against the critic, as a share of the recipe's, more than 0 and at most 1: far
    ///                      less than for likelihood, or the critic's first gradients undo what was learnt
    /// @param criticRate rate of the critic, as a share of the recipe's, likewise
    /// @param sharpness inverse temperature of the relaxed tokens that the generator learns through, more than 0
    record Relativistic(int pretraining, int criticSteps, double generatorRate, double criticRate, double sharpness) implements Objective {
        public Relativistic {
            Limits.within("pretraining", pretraining, 0, Integer.MAX_VALUE);
            Limits.within("criticSteps", criticSteps, 1, 100);
            share("generatorRate", generatorRate);
            share("criticRate", criticRate);
            if (!(sharpness > 0 && sharpness <= 1000)) {
                throw Limits.refused("sharpness", "must be more than 0 and at most 1000, not " + sharpness);
            }
        }

        private static void share(String what, double value) {
            if (!(value > 0 && value <= 1)) {
                throw Limits.refused(what, "must be more than 0 and at most 1, not " + value);
            }
        }
    }

    /// A generator's music is to be near to real music by the distance of Wasserstein, which a critic learns to tell (Arjovsky et al.
    /// 2017), with a penalty on gradients of the critic that are not of length 1 (Gulrajani et al. 2017), as in MuseGAN (Dong et al.
    /// 2018).
    ///
    /// @param criticSteps steps of the critic before each step of the generator, 1..100
    /// @param penalty weight of the penalty, more than 0 and at most 1000
    /// @param criticRate rate of the critic, as a share of the recipe's, more than 0 and at most 1
    record Wasserstein(int criticSteps, double penalty, double criticRate) implements Objective {
        public Wasserstein {
            Limits.within("criticSteps", criticSteps, 1, 100);
            if (!(penalty > 0 && penalty <= 1000)) {
                throw Limits.refused("penalty", "must be more than 0 and at most 1000, not " + penalty);
            }
            if (!(criticRate > 0 && criticRate <= 1)) {
                throw Limits.refused("criticRate", "must be more than 0 and at most 1, not " + criticRate);
            }
        }
    }

    /// The evidence lower bound of a variational autoencoder: the surprise of an excerpt at a point drawn for it, and `beta`
    /// times what the point tells (Kingma and Welling 2014; Higgins et al. 2017), as in MusicVAE (Roberts et al. 2018).
    ///
    /// @param beta weight of what points tell, 0..100
    /// @param annealSteps optimiser steps over which `beta` rises in a line from 0; 0 for none
    /// @param freeBits bits that a point may tell without cost (Kingma et al. 2016), 0 or more
    /// @param scheduledSampling share of the tokens before each step that are the model's own, at the end of `samplingSteps`
    ///                          (Bengio et al. 2015), drawn in one pass over all steps (Duckworth et al. 2019); 0..1
    /// @param samplingSteps optimiser steps over which that share rises in a line from 0; 0 for none
    record Elbo(double beta, int annealSteps, double freeBits, double scheduledSampling, int samplingSteps) implements Objective {
        public Elbo {
            Limits.within("annealSteps", annealSteps, 0, Integer.MAX_VALUE);
            Limits.within("samplingSteps", samplingSteps, 0, Integer.MAX_VALUE);
            if (!(beta >= 0 && beta <= 100)) {
                throw Limits.refused("beta", "must be between 0 and 100, not " + beta);
            }
            if (!(freeBits >= 0 && freeBits <= 1_000_000)) {
                throw Limits.refused("freeBits", "must be between 0 and a million, not " + freeBits);
            }
            if (!(scheduledSampling >= 0 && scheduledSampling <= 1)) {
                throw Limits.refused("scheduledSampling", "must be between 0 and 1, not " + scheduledSampling);
            }
        }

        /// The weight of what points tell at an optimiser step, counted from 1.
        public double betaAt(long step) {
            return beta * risen(step, annealSteps);
        }

        /// The share of the model's own tokens at an optimiser step, counted from 1.
        public double samplingAt(long step) {
            return scheduledSampling * risen(step, samplingSteps);
        }

        private static double risen(long step, int steps) {
            return step >= steps ? 1 : (double) step / steps;
        }
    }
}
