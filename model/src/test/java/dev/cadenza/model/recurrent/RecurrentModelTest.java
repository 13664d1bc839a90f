package dev.cadenza.model.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.corpus.ContextReader;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.Layout;
import dev.cadenza.model.Models;
import dev.cadenza.model.ModelSpec.Cell;
import dev.cadenza.model.Session;
import dev.cadenza.model.Toys;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecurrentModelTest {

    private static final int STEPS = 40;

    static Stream<Arguments> kinds() {
        return Stream.of(Cell.values()).flatMap(cell -> Toys.LAYOUTS.stream().flatMap(layout ->
                (layout.equals(Toys.EVENT) ? Stream.of(Toys.BAND) : Stream.of(Toys.SATB, Toys.MELODY, Toys.SHEET))
                        .map(tokenizer -> Arguments.of(cell, layout, tokenizer))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSteppedSessionGivesWhatTheFormulasGive(Cell cell, Layout layout, Tokenizer tokenizer) {
        Checkpoint checkpoint = Toys.checkpoint(cell, layout, tokenizer, 5, 0.4);
        assertFollows(new NaiveNetwork(checkpoint), checkpoint, tokenizer, 2e-5);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void halfPrecisionFollowsTheFormulasOnTheSameWeights(Cell cell, Layout layout, Tokenizer tokenizer) {
        Checkpoint halved = Toys.checkpoint(cell, layout, tokenizer, 6, 0.4).halved();
        assertFollows(new NaiveNetwork(halved), halved, tokenizer, 2e-5);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void halfPrecisionStaysCloseToSinglePrecision(Cell cell, Layout layout, Tokenizer tokenizer) {
        Checkpoint checkpoint = Toys.checkpoint(cell, layout, tokenizer, 7, 0.1);
        assertFollows(new NaiveNetwork(checkpoint), checkpoint.halved(), tokenizer, 3e-3);
    }

    private static void assertFollows(NaiveNetwork naive, Checkpoint checkpoint, Tokenizer tokenizer, double tolerance) {
        int[] tokens = randomTokens(tokenizer);
        int[][] context = context(tokenizer);
        double[][] expected = naive.logits(tokens, context);
        Session session = ((Autoregressive) Models.of(checkpoint)).session(ContextReader.of(context, tokenizer.width()));
        for (int i = 0; i < tokens.length; i++) {
            assertEquals(i, session.length());
            float[] logits = session.logits();
            for (int token = 0; token < logits.length; token++) {
                assertEquals(expected[i][token], logits[token], tolerance, "logit of " + token + " at " + i);
            }
            session.accept(tokens[i]);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tokensCanBeFedWithoutAskingForLogits(Cell cell, Layout layout, Tokenizer tokenizer) {
        Autoregressive model = (Autoregressive) Models.of(Toys.checkpoint(cell, layout, tokenizer, 8, 0.4));
        int[] tokens = randomTokens(tokenizer);
        Session asked = model.session(ContextReader.of(context(tokenizer), tokenizer.width()));
        Session fed = model.session(ContextReader.of(context(tokenizer), tokenizer.width()));
        for (int token : tokens) {
            asked.logits();
            asked.accept(token);
            fed.accept(token);
        }
        assertArrayEquals(asked.logits(), fed.logits());
        assertSame(fed.logits(), fed.logits());
        assertThrows(IndexOutOfBoundsException.class, () -> fed.accept(-1));
    }

    @Test
    void contextThatIsTooShortCountsAsNotKnown() {
        Autoregressive model = (Autoregressive) Models.of(Toys.checkpoint(Cell.GRU, Toys.STEP, Toys.MELODY, 9, 0.4));
        int[][] zeros = new int[Toys.MELODY.contextRows().size()][STEPS];
        Session without = model.session(ContextReader.NONE);
        Session with = model.session(ContextReader.of(zeros, 1));
        for (int token : randomTokens(Toys.MELODY)) {
            assertArrayEquals(with.logits(), without.logits());
            with.accept(token);
            without.accept(token);
        }
    }

    static int[] randomTokens(Tokenizer tokenizer) {
        return Toys.walk(tokenizer, STEPS * tokenizer.width(), 3);
    }

    static int[][] context(Tokenizer tokenizer) {
        Plan plan = new Plan(STEPS, new Meter(0, 3, 4), 0, Optional.of(new KeySignature(0, 2, Mode.MINOR)), true);
        return switch (tokenizer) {
            case GridTokenizer grid -> grid.context(plan);
            case EventTokenizer events -> events.sequence(randomTokens(events), plan).context();
        };
    }
}
