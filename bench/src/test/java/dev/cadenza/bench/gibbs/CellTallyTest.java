package dev.cadenza.bench.gibbs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.corpus.VoiceGrid;
import dev.cadenza.score.Meter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CellTallyTest {

    private static final SatbTokenizer TOKENIZER = SatbTokenizer.SIXTEENTHS;

    /// Voices in quarter notes, going up and down a scale together.
    private static TokenSequence scales(int steps, int lower) {
        int[] scale = {0, 2, 4, 5, 7, 5, 4, 2};
        int[] tokens = new int[4 * steps];
        for (int cell = 0; cell < tokens.length; cell++) {
            tokens[cell] = TOKENIZER.token(72 - lower - 7 * (cell % 4) + scale[cell / 16 % scale.length]);
        }
        return TOKENIZER.sequence(tokens, new Plan(steps, Meter.common(), 0, Optional.empty(), true));
    }

    private static Guess always(VoiceGrid known) {
        return grid -> {
            float[][] logits = new float[known.symbols().length][66];
            for (int cell = 0; cell < logits.length; cell++) {
                logits[cell][known.symbols()[cell]] = 50;
            }
            return logits;
        };
    }

    @Test
    void whoKnowsAllCellsIsAlwaysRightAndNeverSurprised() {
        VoiceGrid grid = VoiceGrid.of(TOKENIZER, scales(64, 0));
        CellTally tally = CellTally.of(grid, always(grid));
        assertArrayEquals(new long[] {64, 64, 64, 64}, tally.right());
        assertArrayEquals(new long[] {16, 16, 16, 16}, tally.begunRight());
        assertEquals(0, Arrays.stream(tally.nats()).sum(), 1e-9);
    }

    @Test
    void whoHoldsIsRightButWhereSomethingBegins() {
        VoiceGrid grid = VoiceGrid.of(TOKENIZER, scales(64, 0));
        int[] holds = new int[256];
        Arrays.fill(holds, VoiceGrid.HOLD);
        CellTally tally = CellTally.of(grid, always(grid.with(holds)));
        assertArrayEquals(new long[] {48, 48, 48, 48}, tally.right());
        assertArrayEquals(new long[] {16, 16, 16, 16}, tally.begun());
        assertArrayEquals(new long[4], tally.begunRight());
        assertTrue(tally.row("held").startsWith("| held | 75.00 / 0.00 |"), tally.row("held"));
    }

    @Test
    void countsOfNeighboursTellWhatTheyHaveCounted() {
        NeighbourCounts counts = new NeighbourCounts(TOKENIZER, List.of(scales(128, 0), scales(128, 3)));
        VoiceGrid other = VoiceGrid.of(TOKENIZER, scales(64, 5));
        CellTally tally = CellTally.of(other, counts);
        // The first step has nothing before it, and the last nothing behind it.
        assertTrue(Arrays.stream(tally.right()).allMatch(right -> right >= 62), Arrays.toString(tally.right()));
    }
}
