package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Note;
import dev.cadenza.score.Score;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// What holds of every tokenizer: reduced music survives, and all that the grammar allows can be decoded.
class RoundTripTest {

    private static final List<GridTokenizer> TOKENIZERS = List.of(SatbTokenizer.SIXTEENTHS, new SatbTokenizer(2, 40, 90, false),
            new SatbTokenizer(12, 28, 91, true), new MelodyTokenizer(4), new MelodyTokenizer(12), new MelodyTokenizer(24),
            new LeadSheetTokenizer(4), new LeadSheetTokenizer(12));

    @Property(tries = 1500)
    void reducedScoresSurvive(@ForAll long seed, @ForAll @IntRange(min = 0, max = 7) int which) {
        GridTokenizer tokenizer = TOKENIZERS.get(which);
        Score score = RandomMusic.score(RandomMusic.random(seed), tokenizer.width());
        TokenSequence encoded = tokenizer.encode(score);
        Score reduced = tokenizer.decode(encoded);
        assertEquals(encoded, tokenizer.encode(reduced));
        assertEquals(reduced, tokenizer.reduce(reduced));
    }

    @Property(tries = 1500)
    void whatTheGrammarAllowsIsDecodedAndEncodedAgain(@ForAll long seed, @ForAll @IntRange(min = 0, max = 7) int which) {
        GridTokenizer tokenizer = TOKENIZERS.get(which);
        RandomGenerator random = RandomMusic.random(seed);
        int[] tokens = RandomMusic.walk(random, tokenizer, tokenizer.width() * (1 + random.nextInt(200)));
        TokenSequence sequence = tokenizer.sequence(tokens, RandomMusic.plan(random, tokens.length / tokenizer.width()));
        assertEquals(sequence, tokenizer.encode(tokenizer.decode(sequence)));
    }

    @Property(tries = 300)
    void encodedScoresLieInsideTheGrammar(@ForAll long seed, @ForAll @IntRange(min = 0, max = 7) int which) {
        GridTokenizer tokenizer = TOKENIZERS.get(which);
        TokenSequence encoded = tokenizer.encode(RandomMusic.score(RandomMusic.random(seed), tokenizer.width()));
        Grammar.State state = tokenizer.grammar().start();
        for (int token : encoded.tokens()) {
            assertTrue(state.allowed().get(token), tokenizer.vocabulary().name(token));
            state = state.after(token);
        }
        assertTrue(state.mayEnd());
    }

    @Property(tries = 300)
    void everyContextValueLiesInItsRow(@ForAll long seed, @ForAll @IntRange(min = 0, max = 7) int which) {
        GridTokenizer tokenizer = TOKENIZERS.get(which);
        TokenSequence encoded = tokenizer.encode(RandomMusic.score(RandomMusic.random(seed), tokenizer.width()));
        for (int row = 0; row < encoded.contextRows(); row++) {
            for (int step = 0; step < encoded.steps(); step++) {
                int value = encoded.context(row, step);
                assertTrue(value >= 0 && value < tokenizer.contextRows().get(row).size(), "row " + row + ": " + value);
            }
        }
    }

    /// The reference is made apart from the tokenizers: every note moved to the nearest step, one step long at least.
    @Property(tries = 500)
    void notesMoveToTheNearestStepAndNoFurther(@ForAll long seed) {
        RandomGenerator random = RandomMusic.random(seed);
        Score score = RandomMusic.score(random, 1);
        List<Note> wanted = score.parts().getFirst().notes();
        List<Note> found = new MelodyTokenizer(24).reduce(score).parts().getFirst().notes();
        double unit = 480.0 / score.resolution();
        for (Note note : found) {
            assertTrue(wanted.stream().anyMatch(w -> near(w.onset() * unit, note) && w.pitch().equals(note.pitch())));
        }
        for (Note note : wanted) {
            assertTrue(found.stream().anyMatch(f -> near(note.onset() * unit, f)), "nothing begins where " + note + " does");
        }
    }

    private static boolean near(double tick, Note note) {
        return Math.abs(tick - note.onset()) < 10.001;
    }
}
