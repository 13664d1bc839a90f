package dev.cadenza.corpus;

import java.util.List;
import java.util.Optional;

/// A representation as tokens. There are two kinds: on a [grid][GridTokenizer] every step lasts equally long; in a stream
/// of [events][EventTokenizer] the tokens themselves say how time goes on.
public sealed interface Tokenizer extends Representation<TokenSequence> permits GridTokenizer, EventTokenizer {

    /// All tokens, by number.
    Vocabulary vocabulary();

    /// Which tokens may follow which.
    Grammar grammar();

    /// Tokens a position: those of a step of musical time on a grid, 1 in a stream of events.
    int width();

    /// Steps a quarter note: the unit in which time is counted.
    int stepsPerQuarter();

    /// The facts given to a network beside the tokens, in the order of [TokenSequence#context].
    List<ContextRow> contextRows();

    /// The token that stands for the same note `semitones` higher, or the token itself where it names no pitch (drums).
    ///
    /// @return the token, or -1 where the pitch would leave what this tokenizer can represent
    int transpose(int token, int semitones);

    /// The MIDI pitch that a token names at a place of a position, or -1 where it names none (drums name none).
    int pitch(int token, int place);

    /// How many places of a position hold pitches, as voices do. They come first; the others hold chords.
    default int voices() {
        return width();
    }

    /// How long the music of a sequence is, in quarter notes.
    double quarters(TokenSequence sequence);

    /// How many tokens a quarter note of some music takes on average: what turns nats a token into nats a quarter note.
    default double tokensPerQuarter(List<TokenSequence> pieces) {
        double tokens = 0;
        double quarters = 0;
        for (TokenSequence piece : pieces) {
            tokens += (double) piece.steps() * piece.width();
            quarters += quarters(piece);
        }
        return tokens / quarters;
    }

    /// How many notes a sequence begins.
    int notes(TokenSequence sequence);

    /// The same music `semitones` higher, its `key` row moved along; empty where a pitch would leave what this tokenizer
    /// can represent.
    default Optional<TokenSequence> transposed(TokenSequence sequence, int semitones) {
        return Transposition.of(sequence, this, semitones);
    }
}
