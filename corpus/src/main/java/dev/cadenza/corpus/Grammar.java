package dev.cadenza.corpus;

import java.util.BitSet;

/// Which token may follow, given all that came before. A sequence made inside the grammar can always be decoded.
public interface Grammar {

    /// Before the first token.
    State start();

    /// What the past means for the next token: immutable.
    interface State {

        /// The tokens that may come next: a fresh set that the caller may change; never empty.
        BitSet allowed();

        /// The state after a token.
        ///
        /// @throws IllegalArgumentException where the token is not allowed here
        State after(int token);

        /// Whether the music may end here: at the end of a step, with nothing left open.
        boolean mayEnd();
    }
}
