package dev.cadenza.corpus;

import dev.cadenza.score.theory.Chord;
import java.util.Arrays;
import java.util.Optional;

/// A representation as tokens in steps of equal width.
public non-sealed interface GridTokenizer extends Tokenizer {

    /// The context of music yet to be made.
    ///
    /// @return rows x steps, as in [TokenSequence]
    int[][] context(Plan plan);

    /// The MIDI pitch that sounds once a token has come where `before` sounded; -1 stands for silence.
    int sounding(int token, int before);

    /// Whether a token begins a note or a rest where `before` sounded (-1: silence), rather than going on with it.
    boolean begins(int token, int before);

    /// The chord that a token names where it names one rather than a pitch.
    default Optional<Chord> chord(int token) {
        return Optional.empty();
    }

    /// Tokens with the context of a plan of as many steps.
    ///
    /// @throws IllegalArgumentException where the tokens do not fill the plan's steps
    default TokenSequence sequence(int[] tokens, Plan plan) {
        return new TokenSequence(width(), tokens, context(plan));
    }

    @Override
    default double quarters(TokenSequence sequence) {
        return (double) sequence.steps() / stepsPerQuarter();
    }

    @Override
    default int notes(TokenSequence sequence) {
        int[] sounding = new int[sequence.width()];
        Arrays.fill(sounding, -1);
        int notes = 0;
        for (int step = 0; step < sequence.steps(); step++) {
            for (int place = 0; place < sounding.length; place++) {
                int token = sequence.token(step, place);
                boolean begins = begins(token, sounding[place]);
                sounding[place] = sounding(token, sounding[place]);
                notes += begins && sounding[place] >= 0 ? 1 : 0;
            }
        }
        return notes;
    }
}
