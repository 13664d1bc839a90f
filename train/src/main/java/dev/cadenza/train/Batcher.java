package dev.cadenza.train;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes batches of windows, in the layout of a network.
interface Batcher {

    /// What is withheld from a network so that it does not lean on it.
    ///
    /// @param features share of features
    /// @param hints how often a hint is withheld from a whole window
    record Withheld(double features, double hints) {

        /// For measuring: nothing but the hints.
        static final Withheld HINTS = new Withheld(0, 1);
    }

    /// Positions of the recurrence that a piece has.
    int positions(TokenSequence piece);

    /// A batch of windows; those shorter than the longest are filled up at the end.
    Batch batch(List<Windows.Window> windows, List<TokenSequence> pieces, Withheld withheld, RandomGenerator random);

    /// Forgets what it remembers of pieces: they are about to change.
    default void forget() {
    }

    static Batcher of(ModelSpec.Recurrent spec, Tokenizer tokenizer) {
        return switch (spec.layout()) {
            case Layout.TokenLayout layout -> new TokenBatcher(tokenizer.vocabulary().size());
            case Layout.StepLayout layout -> new StepBatcher(layout, Layout.grid(tokenizer));
            case Layout.EventLayout layout -> new EventBatcher(layout, Layout.events(tokenizer));
        };
    }
}
