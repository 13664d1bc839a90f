package dev.cadenza.corpus.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.Grammar;
import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.baseline.NgramModel.Past;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

class NgramModelTest {

    private static TokenSequence melody(int... tokens) {
        return new TokenSequence(1, tokens, new int[0][]);
    }

    private static List<TokenSequence> random(Tokenizer tokenizer, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<TokenSequence> sequences = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int[] tokens = new int[tokenizer.width() * 40];
            for (int t = 0; t < tokens.length; t++) {
                tokens[t] = random.nextInt(random.nextInt(tokenizer.vocabulary().size()) + 1);
            }
            sequences.add(new TokenSequence(tokenizer.width(), tokens, new int[0][]));
        }
        return sequences;
    }

    @ParameterizedTest
    @EnumSource(Past.class)
    void probabilitiesSumToOne(Past past) {
        SatbTokenizer satb = SatbTokenizer.SIXTEENTHS;
        NgramModel model = NgramModel.learn(random(satb, 1), satb, 5, past);
        for (TokenSequence sequence : List.of(random(satb, 1).getFirst(), random(satb, 2).getFirst())) {
            for (int step = 0; step < sequence.steps(); step++) {
                for (int place = 0; place < 4; place++) {
                    double sum = 0;
                    for (int token = 0; token < satb.vocabulary().size(); token++) {
                        sum += model.probability(sequence, step, place, token);
                    }
                    assertEquals(1, sum, 1e-12);
                }
            }
        }
    }

    @Test
    void aKnownAnswer() {
        MelodyTokenizer tokenizer = new MelodyTokenizer(4);
        NgramModel model = NgramModel.learn(List.of(melody(60, 0, 60, 0)), tokenizer, 2, Past.STREAM);
        double unigram = (2 + 2 / 130.0) / 6;
        assertEquals((2 + unigram) / 3, model.probability(melody(60, 0), 1, 0, 0), 1e-15);
        assertEquals((2 / 130.0 / 6) / 3, model.probability(melody(60, 0), 1, 0, 99), 1e-15);
        assertEquals(unigram, model.probability(melody(99, 0), 1, 0, 0), 1e-15, "nothing is known after 99");
    }

    @Test
    void longerContextsLearnAPatternThatShorterOnesCannot() {
        MelodyTokenizer tokenizer = new MelodyTokenizer(4);
        int[] tokens = new int[400];
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] = i % 4 == 3 ? 64 : 0;
        }
        List<TokenSequence> music = List.of(melody(tokens));
        double one = NgramModel.learn(music, tokenizer, 1, Past.STREAM).measure(music, tokenizer).perToken();
        double five = NgramModel.learn(music, tokenizer, 5, Past.STREAM).measure(music, tokenizer).perToken();
        assertEquals(0.5623, one, 0.02);
        assertTrue(five < 0.1, "" + five);
    }

    @Test
    void unitsFollowFromStepsAndGrid() {
        Likelihood likelihood = new Likelihood(120, 80, 5, 4);
        assertEquals(1.5, likelihood.perToken());
        assertEquals(6, likelihood.perStep());
        assertEquals(24, likelihood.perQuarter());
    }

    @Test
    void ordersOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> NgramModel.learn(List.of(), new MelodyTokenizer(4), 7, Past.STREAM));
    }

    @Test
    void musicIsDrawnFromWhatWasCounted() {
        MelodyTokenizer tokenizer = new MelodyTokenizer(4);
        TokenSequence scale = melody(62, 0, 64, 0, 65, 0, 67, 0);
        NgramModel model = NgramModel.learn(Collections.nCopies(500, scale), tokenizer, 5, Past.STREAM);
        int[] tokens = model.sample(tokenizer, scale.steps(), RandomGeneratorFactory.of("L64X128MixRandom").create(3));
        assertArrayEquals(scale.tokens(), tokens);
    }

    @ParameterizedTest
    @EnumSource(Past.class)
    void whatIsDrawnIsMusic(Past past) {
        SatbTokenizer satb = SatbTokenizer.SIXTEENTHS;
        NgramModel model = NgramModel.learn(random(satb, 1), satb, 3, past);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        for (int i = 0; i < 5; i++) {
            int[] tokens = model.sample(satb, 32, random);
            Grammar.State state = satb.grammar().start();
            for (int token : tokens) {
                state = state.after(token);
            }
            assertTrue(state.mayEnd());
            assertTrue(tokens.length >= 32 * 4);
        }
    }
}
