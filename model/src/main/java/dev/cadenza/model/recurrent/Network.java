package dev.cadenza.model.recurrent;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.model.Session;

/// The learnt part of a recurrent model, by the layout of its positions: immutable.
sealed interface Network permits TokenNetwork, StepNetwork, EventNetwork {

    /// See [dev.cadenza.model.Autoregressive#session].
    Session session(ContextReader context);
}
