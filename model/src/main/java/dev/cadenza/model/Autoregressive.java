package dev.cadenza.model;

import dev.cadenza.corpus.ContextReader;

/// A model that gives the probabilities of the next token, given all that came before.
public non-sealed interface Autoregressive extends MusicModel {

    /// A reading of one piece from its beginning.
    ///
    /// @param context what is known beside the tokens; read along by the session, which owns it from now on
    Session session(ContextReader context);
}
