package dev.cadenza.model;

/// One piece on its way through a model: all that changes while music is made. For one thread at a time; takes no memory
/// while it goes on, but for what the piece itself needs.
public interface Session {

    /// Unnormalised log probabilities of the next token.
    ///
    /// @return (vocabulary), owned by the session: to be read, and valid until the next [#accept]
    float[] logits();

    /// Goes on by one token.
    void accept(int token);

    /// Tokens accepted so far.
    int length();
}
