package dev.cadenza.corpus;

import dev.cadenza.score.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A representation as a stream of events that carry their own time: [width][#width] is 1, and a position of a
/// [TokenSequence] is a token, not a step of time.
///
/// The context of a token follows from the tokens before it and from what is [planned][Plan]: `encode` gives the same
/// values as a [Reading] along its tokens, where the plan states the key, the metre and the length of the piece.
public non-sealed interface EventTokenizer extends Tokenizer {

    @Override
    default int width() {
        return 1;
    }

    /// Whether a token begins a note, of a drum too.
    boolean begins(int token);

    /// Whether a token only says more of the note that was begun: how long it is, or how loud.
    default boolean adds(int token) {
        return false;
    }

    /// Whether a token says that a note goes on, where notes do not just last until they end.
    default boolean goesOn(int token) {
        return false;
    }

    /// The instrument that plays what follows a token; empty for tokens that name none.
    default Optional<Instrument> instrument(int token) {
        return Optional.empty();
    }

    /// All instruments that tokens name, each once, in the order of the vocabulary; none where none are named.
    default List<Instrument> instruments() {
        return IntStream.range(0, vocabulary().size()).mapToObj(this::instrument).flatMap(Optional::stream).distinct().toList();
    }

    /// Whether a token says the contrary of what is planned: another metre, for instance.
    default boolean contradicts(int token, Plan plan) {
        return false;
    }

    /// A reading of a piece from its start.
    ///
    /// @param plan its length, metre and key, as far as they are known; a length of 0 is not known
    Reading read(Plan plan);

    /// A place in a stream: for one piece and one thread.
    interface Reading extends ContextReader {

        /// Which tokens may come next.
        Grammar.State state();

        /// The time at which the next token acts, in steps from the start of the piece.
        int step();

        /// The time after a token that is [allowed][Grammar.State#allowed]: later than [#step] for tokens that move on.
        /// The length of a note moves nothing on.
        int stepAfter(int token);

        /// The time at which the music ends if it ends here, in steps: behind the bar, the pause or the notes that are
        /// running.
        int end();
    }

    /// Tokens with the context that a reading along them gives.
    ///
    /// @throws IllegalArgumentException where a token is not allowed where it stands
    default TokenSequence sequence(int[] tokens, Plan plan) {
        int[][] context = new int[contextRows().size()][tokens.length];
        int[] values = new int[context.length];
        Reading reading = read(plan);
        for (int i = 0; i < tokens.length; i++) {
            reading.read(values);
            for (int row = 0; row < values.length; row++) {
                context[row][i] = values[row];
            }
            reading.accept(tokens[i]);
        }
        return new TokenSequence(width(), tokens, context);
    }

    @Override
    default double quarters(TokenSequence sequence) {
        Reading reading = read(Plan.OPEN);
        for (int i = 0; i < sequence.steps(); i++) {
            reading.accept(sequence.token(i, 0));
        }
        return (double) reading.end() / stepsPerQuarter();
    }

    @Override
    default int notes(TokenSequence sequence) {
        int notes = 0;
        for (int i = 0; i < sequence.steps(); i++) {
            notes += begins(sequence.token(i, 0)) ? 1 : 0;
        }
        return notes;
    }
}
