package dev.cadenza.model;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.score.CadenzaException.RequestException;

/// What one position of a recurrence is, and how its output becomes tokens.
public sealed interface Layout {

    /// One position a token: the token goes in, a softmax over the vocabulary comes out. The layout of the classic
    /// recipes, for token streams of any width.
    ///
    /// @param input how a token goes in
    /// @param embedding size of the embedding; 0 with one-hot input
    record TokenLayout(Input input, int embedding) implements Layout {
        public TokenLayout {
            if (input == Input.ONE_HOT) {
                Limits.within("embedding", embedding, 0, 0);
            } else {
                Limits.within("embedding", embedding, 1, 4096);
            }
        }
    }

    /// One position a step of musical time: what is known of the last step goes in as a sum of embeddings (see
    /// [StepFeatures]); the tokens of the step come out one place after the other, each given those before it, so that
    /// the likelihood of a step is exact.
    ///
    /// For place `p` with the recurrent output `h` (hidden):
    ///
    /// ```
    /// g      = relu(W_p h + b_p + sum of rows of F_p)         // (head)
    /// logit  = A_p g + a_p                                    // (vocabulary), absolute pitch
    /// logit += (B_p g + b_p)[move from the last pitch]        // tokens that name a pitch
    /// logit += (C_p g + c_p)[interval within an octave]       // the same, for each place before p that sounds
    /// ```
    ///
    /// @param embedding size of the summed input embedding, 1..4096
    /// @param head units of a place's hidden layer, 1..4096
    /// @param reach largest move in semitones that has a logit of its own, 1..48
    /// @param recall whether the continuation of the longest match earlier in the same piece is a feature
    record StepLayout(int embedding, int head, int reach, boolean recall) implements Layout {
        public StepLayout {
            Limits.within("embedding", embedding, 1, 4096);
            Limits.within("head", head, 1, 4096);
            Limits.within("reach", reach, 1, 48);
        }
    }

    /// One position a token of a stream of events, with what follows from the tokens before it (see [EventFeatures]) added
    /// to the input and to a hidden layer behind the recurrence.
    ///
    /// With the recurrent output `h` (hidden):
    ///
    /// ```
    /// g      = relu(W h + b + sum of rows of F)               // (head)
    /// logit  = A g + a                                        // (vocabulary)
    /// logit += (B g + b)[move from the last pitch]            // tokens that name a pitch
    /// logit += (C g + c)[move from the track's last pitch]    // the same
    /// ```
    ///
    /// @param embedding size of the summed input embedding, 1..4096
    /// @param head units of the hidden layer, 1..4096
    /// @param reach largest move in semitones that has a logit of its own, 1..48
    /// @param recall whether the continuation of an earlier match in the same piece is a feature
    record EventLayout(int embedding, int head, int reach, boolean recall) implements Layout {
        public EventLayout {
            Limits.within("embedding", embedding, 1, 4096);
            Limits.within("head", head, 1, 4096);
            Limits.within("reach", reach, 1, 48);
        }
    }

    /// How a token enters a network.
    enum Input {
        /// A vector with a single one.
        ONE_HOT,
        /// A learnt vector.
        EMBEDDING
    }

    /// The tokenizer as the grid that a [StepLayout] needs.
    ///
    /// @throws RequestException LAYOUT where it is none
    static GridTokenizer grid(Tokenizer tokenizer) {
        if (tokenizer instanceof GridTokenizer grid) {
            return grid;
        }
        throw new RequestException("layout", "LAYOUT", "the layout \"step\" needs steps of equal length, and this "
                + "representation is a stream of events.", "Use the layout \"event\" or \"token\".");
    }

    /// The tokenizer as the stream of events that an [EventLayout] needs.
    ///
    /// @throws RequestException LAYOUT where it is none
    static EventTokenizer events(Tokenizer tokenizer) {
        if (tokenizer instanceof EventTokenizer events) {
            return events;
        }
        throw new RequestException("layout", "LAYOUT", "the layout \"event\" needs a stream of events, and this "
                + "representation is a grid.", "Use the layout \"step\" or \"token\".");
    }
}
