package dev.cadenza.corpus;

import java.util.List;

/// A representation as tokens in steps of equal width.
public interface Tokenizer extends Representation<TokenSequence> {

    /// All tokens, by number.
    Vocabulary vocabulary();

    /// Which tokens may follow which.
    Grammar grammar();

    /// Tokens a step of musical time.
    int width();

    /// Steps a quarter note.
    int stepsPerQuarter();

    /// The facts given to a network beside the tokens, in the order of [TokenSequence#context].
    List<ContextRow> contextRows();

    /// The context of music yet to be made.
    ///
    /// @return rows x steps, as in [TokenSequence]
    int[][] context(Plan plan);

    /// The token that stands for the same note `semitones` higher, or the token itself where it names no pitch.
    ///
    /// @return the token, or -1 where the pitch would leave what this tokenizer can represent
    int transpose(int token, int semitones);

    /// The MIDI pitch that a token names at a place of a step, or -1 where it names none.
    int pitch(int token, int place);

    /// The MIDI pitch that sounds once a token has come where `before` sounded; -1 stands for silence.
    int sounding(int token, int before);

    /// Whether a token begins a note or a rest where `before` sounded (-1: silence), rather than going on with it.
    boolean begins(int token, int before);

    /// Tokens with the context of a plan of as many steps.
    ///
    /// @throws IllegalArgumentException where the tokens do not fill the plan's steps
    default TokenSequence sequence(int[] tokens, Plan plan) {
        return new TokenSequence(width(), tokens, context(plan));
    }
}
