package dev.cadenza.model.generate;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.PitchRange;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Score;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A request with its model, whose music is a stream of events: what differs between new music and music that goes on.
sealed interface EventTask permits EventComposition, EventContinuation {

    /// What makes the music.
    Autoregressive model();

    /// The stream it is written as.
    EventTokenizer tokenizer();

    /// Pitches that may be used.
    PitchRange range();

    /// The only instruments that may play; empty for all.
    List<Instrument> instruments();

    /// What is settled before the first note; may be drawn.
    Course course(RandomGenerator random);

    /// The score that tokens become.
    ///
    /// @param decoded the whole piece, its end brought in order
    GridTask.Result result(Course course, Score decoded);

    /// What is settled about a take before its first token.
    ///
    /// @param plan length, metre and key of the whole piece
    /// @param heard what the model hears first, and which is no part of the piece; may be empty
    /// @param given tokens that the piece begins with
    /// @param from step at which new music begins
    record Course(Plan plan, Optional<TokenSequence> heard, int[] given, int from) {
    }
}
