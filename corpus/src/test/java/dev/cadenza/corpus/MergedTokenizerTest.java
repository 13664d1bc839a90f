package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.MergedTokenizer.Merge;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MergedTokenizerTest {

    private static final EventTokenizer LOUD = new RemiTokenizer(4, RemiOptions.of(List.of("programs", "velocity")));
    private static final EventTokenizer PLAIN = new RemiTokenizer(2, RemiOptions.of(List.of()));
    private static final EventTokenizer MERGED = learnt(LOUD, 300);

    /// Every length of a note of these pitches is a merge, so that the pitch alone can never stand.
    private static final EventTokenizer WHOLE = whole();

    private static EventTokenizer learnt(EventTokenizer base, int wanted) {
        return MergedTokenizer.learn(base, IntStream.range(0, 40).mapToObj(seed ->
                base.encode(RandomBand.score(RandomMusic.random(seed)))).toList(), wanted);
    }

    private static EventTokenizer whole() {
        Vocabulary names = PLAIN.vocabulary();
        List<Merge> merges = new ArrayList<>();
        for (int pitch = 0; pitch < 128; pitch += 2) {
            for (String name : names.names().stream().filter(name -> name.startsWith("Duration_")).toList()) {
                merges.add(new Merge(names.number("Pitch_" + pitch), names.number(name)));
            }
        }
        return new MergedTokenizer(PLAIN, merges.size(), merges);
    }

    /// Both choose long ways: among merges, and among what merges leave over.
    private static TokenSequence walk(RandomGenerator random, EventTokenizer tokenizer) {
        KeySignature key = new KeySignature(0, random.nextInt(12) - 5, random.nextBoolean() ? Mode.MAJOR : Mode.MINOR);
        int atLeast = random.nextInt(120);
        List<Integer> tokens = new ArrayList<>();
        EventTokenizer.Reading reading = tokenizer.read(Plan.OPEN);
        while (tokens.size() < atLeast || !reading.state().mayEnd()) {
            BitSet allowed = reading.state().allowed();
            assertFalse(allowed.isEmpty(), "a dead end after " + tokens);
            int[] all = allowed.stream().toArray();
            int token = random.nextInt(4) == 0 ? all[all.length - 1] : all[random.nextInt(all.length)];
            int after = reading.stepAfter(token);
            reading.accept(token);
            assertEquals(after, reading.step());
            tokens.add(token);
        }
        EventTokenizer.Reading along = tokenizer.read(new Plan(reading.end(), Meter.common(), 0, Optional.of(key), true));
        int[][] context = new int[tokenizer.contextRows().size()][tokens.size()];
        int[] values = new int[context.length];
        for (int i = 0; i < tokens.size(); i++) {
            along.read(values);
            for (int row = 0; row < values.length; row++) {
                context[row][i] = values[row];
            }
            along.accept(tokens.get(i));
        }
        return new TokenSequence(1, tokens.stream().mapToInt(Integer::intValue).toArray(), context);
    }

    @Property(tries = 200)
    void walksHaveNoDeadEndAndSurvive(@ForAll long seed) {
        RandomGenerator random = RandomMusic.random(seed);
        EventTokenizer tokenizer = random.nextBoolean() ? MERGED : WHOLE;
        TokenSequence walk = walk(random, tokenizer);
        Score score = tokenizer.decode(walk);
        assertEquals(walk, tokenizer.encode(score));
        assertEquals(tokenizer.notes(walk), score.parts().stream().mapToInt(part -> part.notes().size()).sum());
        int semitones = random.nextInt(13) - 6;
        tokenizer.transposed(walk, semitones).ifPresent(moved -> {
            assertEquals(moved, tokenizer.encode(tokenizer.decode(moved)));
            assertEquals(Optional.of(walk), tokenizer.transposed(moved, -semitones));
        });
    }

    @Property(tries = 200)
    void scoresBecomeTheSameMusicInFewerTokens(@ForAll long seed) {
        Score score = RandomBand.score(RandomMusic.random(seed));
        TokenSequence plain = LOUD.encode(score);
        TokenSequence encoded = MERGED.encode(score);
        assertEquals(LOUD.decode(plain), MERGED.decode(encoded));
        assertEquals(encoded, MERGED.encode(MERGED.decode(encoded)));
        assertTrue(encoded.steps() <= plain.steps());
        assertEquals(LOUD.notes(plain), MERGED.notes(encoded));
        assertEquals(LOUD.quarters(plain), MERGED.quarters(encoded));
        Grammar.State state = MERGED.grammar().start();
        for (int token : encoded.tokens()) {
            assertTrue(state.allowed().get(token), MERGED.vocabulary().name(token));
            state = state.after(token);
        }
    }

    @Test
    void theMostFrequentNeighboursAreMergedFirstAndTheLowestAmongEquals() {
        int pitch = PLAIN.vocabulary().number("Pitch_60");
        int duration = PLAIN.vocabulary().number("Duration_2");
        int other = PLAIN.vocabulary().number("Duration_1");
        int[] tokens = {0, pitch, duration, pitch, duration, pitch + 1, other, pitch + 1, other, pitch, duration, pitch, other};
        TokenSequence sequence = new TokenSequence(1, tokens, new int[PLAIN.contextRows().size()][tokens.length]);
        MergedTokenizer merged = MergedTokenizer.learn(PLAIN, List.of(sequence, sequence), 9);
        assertEquals(List.of(new Merge(pitch, duration), new Merge(pitch + 1, other), new Merge(pitch, other)), merged.merges());
        assertEquals("Pitch_60+Duration_2", merged.vocabulary().name(PLAIN.vocabulary().size()));
        assertEquals(60, merged.pitch(PLAIN.vocabulary().size(), 0));
        assertTrue(merged.begins(PLAIN.vocabulary().size()));
    }

    @Test
    void namesAndJsonKeepIt() {
        Tokenizer open = Representations.named("remi+programs+merge20", 12);
        assertTrue(Representations.wantsFitting(open));
        List<Score> scores = IntStream.range(0, 10).mapToObj(seed -> RandomBand.score(RandomMusic.random(seed))).toList();
        Tokenizer fitted = Representations.fitted(open, scores);
        assertFalse(Representations.wantsFitting(fitted));
        Tokenizer again = Representations.fromJson(JsonMapper.shared().readTree(Representations.toJson(fitted).toString()));
        assertEquals(fitted.vocabulary().names(), again.vocabulary().names());
        assertEquals("remi+programs+merge20", Representations.toJson(again).path("name").asString());
        assertEquals(fitted.encode(scores.getFirst()), again.encode(scores.getFirst()));
        for (String merges : List.of("[[0,0]]", "[[-1,2]]", "[[1,99999]]", "[3]", "[[1]]")) {
            assertThrows(ModelException.class, () -> Representations.fromJson(JsonMapper.shared().readTree(
                    "{\"name\":\"remi+merge5\",\"stepsPerQuarter\":4,\"merges\":" + merges + "}")), merges);
        }
        for (String name : List.of("remi+merge0", "remi+merge", "remi+merge99999", "remi+merge3+programs", "remi+merge2+merge2",
                "melody+merge4")) {
            assertThrows(RequestException.class, () -> Representations.named(name, 12), name);
        }
    }
}
