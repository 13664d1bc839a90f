package dev.cadenza.render.perform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import dev.cadenza.score.theory.TempoMap;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExpressionTest {

    private static Score repeated(int notes, int velocity, List<Meter> meters) {
        List<Note> list = new ArrayList<>();
        for (int i = 0; i < notes; i++) {
            list.add(new Note(240L * i, 240, Pitch.of(60), velocity));
        }
        return new Score(480, List.of(), meters, List.of(), List.of(), List.of(),
                List.of(new Part("", Instrument.PIANO, list)), Metadata.NONE);
    }

    private static List<Integer> velocities(Score score) {
        return score.parts().getFirst().notes().stream().map(Note::velocity).toList();
    }

    @Test
    void strongBeatsAreLouderThanWeakOnes() {
        List<Integer> played = velocities(Expression.GENTLE.apply(repeated(64, 80, List.of())));
        for (int bar = 2; bar < 6; bar++) {
            int first = played.get(8 * bar);
            assertTrue(first > played.get(8 * bar + 1), "off the beat is softer");
            assertTrue(first > played.get(8 * bar + 2), "the second beat is softer");
            assertTrue(played.get(8 * bar + 4) > played.get(8 * bar + 5), "the third is stronger than what follows");
        }
    }

    @Test
    void phrasesSwellAndFade() {
        List<Integer> played = velocities(Expression.GENTLE.apply(repeated(8 * 16, 80, List.of())));
        // Phrases of four bars: the third bar's first beat is louder than the first bar's and than the next phrase's.
        assertTrue(played.get(16) > played.getFirst());
        assertTrue(played.get(16) > played.get(32));
        assertTrue(played.get(48) > played.get(32));
    }

    @Test
    void theEndIsSofterAndSlower() {
        Score score = repeated(64, 80, List.of());
        Score played = Expression.GENTLE.apply(score);
        assertTrue(velocities(played).getLast() < 80);
        assertTrue(TempoMap.of(played).seconds(score.end()) > TempoMap.of(score).seconds(score.end()));
        assertEquals(575_000, played.tempos().getLast().microsPerQuarter());
        assertEquals(score.tempos(), new Expression(1, 0).apply(score).tempos());
    }

    @Test
    void aTempoChangeOfTheScoreItselfIsLeftAlone() {
        Score score = repeated(64, 80, List.of());
        List<Tempo> own = List.of(new Tempo(0, 400_000), new Tempo(63 * 240, 900_000));
        Score withTempos = new Score(480, own, List.of(), List.of(), List.of(), List.of(), score.parts(), Metadata.NONE);
        assertEquals(own, Expression.GENTLE.apply(withTempos).tempos());
    }

    @Test
    void depthZeroChangesNothing() {
        Score score = repeated(40, 80, List.of(new Meter(0, 7, 8)));
        assertEquals(score, new Expression(0, 0).apply(score));
        assertThrows(IllegalArgumentException.class, () -> new Expression(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Expression(1, Double.NaN));
    }

    @Property(tries = 200)
    void onlyVelocitiesChangeAndTheyStayInRange(@ForAll long seed, @ForAll @IntRange(min = 1, max = 127) int velocity,
            @ForAll @IntRange(min = 0, max = 60) int notes, @ForAll @IntRange(min = 1, max = 12) int beats) {
        Score score = repeated(notes, velocity, List.of(new Meter(0, beats, 8), new Meter(5_000, 4, 4)));
        Expression expression = new Expression(1, 0.2);
        Score played = expression.apply(score, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        assertEquals(played, expression.apply(score, RandomGeneratorFactory.of("L64X128MixRandom").create(seed)));
        assertEquals(expression.apply(score), expression.apply(score));
        for (int i = 0; i < notes; i++) {
            Note before = score.parts().getFirst().notes().get(i);
            Note after = played.parts().getFirst().notes().get(i);
            assertEquals(before.onset(), after.onset());
            assertEquals(before.duration(), after.duration());
            assertEquals(before.pitch(), after.pitch());
            assertTrue(Math.abs(before.velocity() - after.velocity()) <= 24);
        }
    }

    @Test
    void theSeedDecidesTheUnevenness() {
        Score score = repeated(40, 80, List.of());
        var factory = RandomGeneratorFactory.of("L64X128MixRandom");
        assertNotEquals(Expression.GENTLE.apply(score, factory.create(1)), Expression.GENTLE.apply(score, factory.create(2)));
    }
}
