package dev.cadenza.model.generate;

import dev.cadenza.model.latent.Lean;

/// What a model hears before it makes music of its own.
public sealed interface Start {

    /// Nothing.
    record Nothing() implements Start {
    }

    /// Nothing; where music is made of points of a space, they are moved in a direction first.
    record Leaning(Lean lean) implements Start {
    }

    /// A random window of what it learnt from, which does not become part of the music.
    ///
    /// @param steps how long the music shall be, in steps of the model's grid, instead of bars; it goes on to the next bar
    ///              line; 1..100,000
    record TrainingWindow(int steps) implements Start {
        public TrainingWindow {
            GenerationRequest.require("--steps", steps >= 1 && steps <= 100_000, "must be between 1 and 100000, not " + steps);
        }
    }
}
