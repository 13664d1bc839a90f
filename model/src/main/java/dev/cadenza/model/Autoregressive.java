package dev.cadenza.model;

/// A model that gives the probabilities of the next token, given all that came before.
public non-sealed interface Autoregressive extends MusicModel {

    /// A reading of one piece from its beginning.
    ///
    /// @param context the piece's context, rows x steps; where a row is shorter than the piece, or is missing, its value
    ///                is 0: not known
    Session session(int[][] context);
}
