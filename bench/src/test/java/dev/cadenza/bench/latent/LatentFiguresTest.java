package dev.cadenza.bench.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Excerpts;
import dev.cadenza.score.Meter;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatentFiguresTest {

    private static final MelodyTokenizer MELODY = new MelodyTokenizer(4);

    private static TokenSequence quarters(int steps) {
        int[] tokens = new int[steps];
        for (int step = 0; step < steps; step += 4) {
            tokens[step] = MELODY.vocabulary().number("n60");
        }
        return MELODY.sequence(tokens, new Plan(steps, Meter.common(), 0, Optional.empty(), true));
    }

    @Test
    void onsetsAreCountedApart() {
        TokenSequence excerpt = quarters(16);
        ReconstructionTally tally = new ReconstructionTally(MELODY);
        int[] again = excerpt.tokens();
        again[4]++;
        again[5] = 1;
        tally.add(excerpt, again);
        assertEquals(14 / 16.0, tally.accuracy());
        assertEquals(3 / 4.0, tally.onsetAccuracy());
    }

    @Test
    void heldOutExcerptsDoNotOverlap() {
        Excerpts excerpts = new Excerpts(MELODY, 2, 16);
        assertEquals(3, HeldOut.excerpts(excerpts, List.of(quarters(100), quarters(16)), 10).size());
        assertEquals(2, HeldOut.excerpts(excerpts, List.of(quarters(100)), 2).size());
    }

    @Test
    void dataIsMixedTokenByToken() {
        int[] first = {1, 1, 1, 1};
        int[] last = {2, 2, 2, 1};
        assertArrayEquals(first, PathFigures.mix(first, last, 0, new Random(1)));
        assertArrayEquals(last, PathFigures.mix(first, last, 1, new Random(1)));
        assertEquals(0.75, PathFigures.hamming(first, last));
    }
}
