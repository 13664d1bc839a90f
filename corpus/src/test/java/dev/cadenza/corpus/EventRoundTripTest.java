package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What holds of every stream of events: reduced music survives, all that the grammar allows can be decoded, and a reading
/// sees what encoding wrote.
class EventRoundTripTest {

    private static final List<EventTokenizer> TOKENIZERS = tokenizers();

    private static List<EventTokenizer> tokenizers() {
        List<EventTokenizer> all = new ArrayList<>();
        int[] counts = new int[128];
        counts[0] = 3;
        counts[4] = 1;
        counts[40] = 4;
        for (int options = 0; options < 16; options++) {
            RemiOptions remi = new RemiOptions((options & 1) > 0, (options & 2) > 0, (options & 4) > 0, (options & 8) > 0);
            all.add(new RemiTokenizer(options % 3 == 0 ? 12 : 4, remi));
            if (remi.programs()) {
                all.add(new RemiTokenizer(options % 2 == 0 ? 24 : 3, remi, new ProgramSlots(counts, options % 4 > 0)));
            }
        }
        all.add(new RemiTokenizer(1, RemiOptions.BAND));
        for (int steps : new int[] {1, 4, 12, 48}) {
            all.add(new MidiLikeTokenizer(steps, steps > 4));
            all.add(new MidiLikeTokenizer(steps, steps <= 4));
        }
        for (int steps : new int[] {1, 4, 12}) {
            all.add(new RollTokenizer(steps, false));
            all.add(new RollTokenizer(steps, true));
        }
        return all;
    }

    private static EventTokenizer tokenizer(RandomGenerator random) {
        return TOKENIZERS.get(random.nextInt(TOKENIZERS.size()));
    }

    @Property(tries = 1500)
    void reducedScoresSurvive(@ForAll long seed) {
        RandomGenerator random = RandomMusic.random(seed);
        EventTokenizer tokenizer = tokenizer(random);
        TokenSequence encoded = tokenizer.encode(RandomBand.score(random));
        Score reduced = tokenizer.decode(encoded);
        assertEquals(names(tokenizer, encoded), names(tokenizer, tokenizer.encode(reduced)));
        assertEquals(encoded, tokenizer.encode(reduced));
        assertEquals(reduced, tokenizer.reduce(reduced));
    }

    @Property(tries = 1500)
    void whatTheGrammarAllowsIsDecodedAndEncodedAgain(@ForAll long seed) {
        RandomGenerator random = RandomMusic.random(seed);
        EventTokenizer tokenizer = tokenizer(random);
        TokenSequence walk = walk(random, tokenizer);
        TokenSequence again = tokenizer.encode(tokenizer.decode(walk));
        assertEquals(names(tokenizer, walk), names(tokenizer, again));
        assertEquals(walk, again);
    }

    @Property(tries = 500)
    void readingsSeeWhatEncodingWrote(@ForAll long seed) {
        RandomGenerator random = RandomMusic.random(seed);
        EventTokenizer tokenizer = tokenizer(random);
        Score score = RandomBand.score(random);
        TokenSequence encoded = tokenizer.encode(score);
        Optional<KeySignature> key = Optional.empty();
        SteadyBars bars = SteadyBars.of(score, tokenizer.stepsPerQuarter());
        Meter meter = bars.meters().isEmpty() ? new Meter(0, 255, 1) : bars.meters().getFirst();
        Plan plan = new Plan(length(tokenizer, encoded.tokens()), meter, bars.upbeat(), key, true);
        EventTokenizer.Reading reading = tokenizer.read(plan);
        int[] values = new int[encoded.contextRows()];
        int before = 0;
        for (int i = 0; i < encoded.steps(); i++) {
            reading.read(values);
            for (int row = 0; row < values.length; row++) {
                ContextRow fact = tokenizer.contextRows().get(row);
                assertTrue(values[row] >= 0 && values[row] < fact.size(), fact.name() + " " + values[row]);
                assertTrue(fact.name().equals("key") || values[row] == encoded.context(row, i), fact.name() + " at " + i);
            }
            int token = encoded.token(i, 0);
            assertTrue(reading.state().allowed().get(token), tokenizer.vocabulary().name(token));
            assertTrue(reading.step() >= before);
            before = reading.stepAfter(token);
            reading.accept(token);
            assertEquals(before, reading.step());
        }
        assertTrue(reading.state().mayEnd());
        assertEquals((double) reading.end() / tokenizer.stepsPerQuarter(), tokenizer.quarters(encoded));
    }

    @Property(tries = 40)
    void statesStayAsTheyWere(@ForAll long seed) {
        RandomGenerator random = RandomMusic.random(seed);
        EventTokenizer tokenizer = tokenizer(random);
        Grammar.State state = tokenizer.grammar().start();
        for (int token : RandomBand.walk(random, tokenizer, 60)) {
            var allowed = state.allowed();
            Grammar.State next = state.after(token);
            for (int other = allowed.nextSetBit(0); other >= 0; other = allowed.nextSetBit(other + 1 + random.nextInt(20))) {
                assertFalse(state.after(other).allowed().isEmpty(), tokenizer.vocabulary().name(other));
            }
            assertEquals(allowed, state.allowed());
            state = next;
        }
    }

    @Property(tries = 300)
    void transposedMusicIsTheMusicTransposed(@ForAll long seed) {
        RandomGenerator random = RandomMusic.random(seed);
        EventTokenizer tokenizer = tokenizer(random);
        TokenSequence walk = walk(random, tokenizer);
        int semitones = random.nextInt(25) - 12;
        Optional<TokenSequence> moved = tokenizer.transposed(walk, semitones);
        moved.ifPresent(up -> {
            assertEquals(up, tokenizer.encode(tokenizer.decode(up)));
            assertEquals(Optional.of(walk), tokenizer.transposed(up, -semitones));
            assertEquals(tokenizer.notes(walk), tokenizer.decode(up).parts().stream().mapToInt(p -> p.notes().size()).sum());
        });
        assertArrayEquals(walk.tokens(), tokenizer.transposed(walk, 0).orElseThrow().tokens());
    }

    private static TokenSequence walk(RandomGenerator random, EventTokenizer tokenizer) {
        int[] tokens = RandomBand.walk(random, tokenizer, 1 + random.nextInt(200));
        Meter meter = new Meter(0, 1 + random.nextInt(12), 1 << 1 + random.nextInt(3));
        Plan plan = new Plan(length(tokenizer, tokens), meter, random.nextInt(20),
                Optional.of(new KeySignature(0, random.nextInt(12) - 5, random.nextBoolean() ? Mode.MAJOR : Mode.MINOR)), true);
        EventTokenizer.Reading reading = tokenizer.read(plan);
        int[][] context = new int[tokenizer.contextRows().size()][tokens.length];
        int[] values = new int[context.length];
        for (int i = 0; i < tokens.length; i++) {
            reading.read(values);
            for (int row = 0; row < values.length; row++) {
                context[row][i] = values[row];
            }
            reading.accept(tokens[i]);
        }
        return new TokenSequence(1, tokens, context);
    }

    private static int length(EventTokenizer tokenizer, int[] tokens) {
        EventTokenizer.Reading reading = tokenizer.read(Plan.OPEN);
        for (int token : tokens) {
            reading.accept(token);
        }
        return reading.end();
    }

    private static String names(EventTokenizer tokenizer, TokenSequence sequence) {
        StringBuilder names = new StringBuilder();
        for (int token : sequence.tokens()) {
            names.append(tokenizer.vocabulary().name(token)).append('\n');
        }
        return names.toString();
    }
}
