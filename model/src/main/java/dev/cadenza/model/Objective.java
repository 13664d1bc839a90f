package dev.cadenza.model;

/// What learning makes as small as it can, with what only that kind of learning knows.
public sealed interface Objective {

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
}
