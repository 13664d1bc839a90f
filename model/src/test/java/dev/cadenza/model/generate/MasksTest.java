package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.RemiOptions;
import dev.cadenza.corpus.RemiTokenizer;
import dev.cadenza.model.Toys;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MasksTest {

    private static final int BAR = 16;

    /// A melody of one figure of a quarter note, over and over.
    private static Writing circling(int steps) {
        Writing writing = new Writing(Toys.MELODY, 200, Optional.empty());
        int[] figure = {Toys.MELODY.vocabulary().number("n60"), 0, Toys.MELODY.vocabulary().number("n62"), 0};
        for (int step = 0; step < steps; step++) {
            writing.accept(figure[step % 4]);
        }
        return writing;
    }

    private static BitSet left(Writing writing) {
        BitSet tokens = new BitSet();
        tokens.set(0, Toys.MELODY.vocabulary().size());
        new Masks.Circles(BAR).narrow(tokens, writing);
        return tokens;
    }

    @Test
    void aMelodyLeavesItsCircleAfterThreeBars() {
        int again = Toys.MELODY.vocabulary().number("n60");
        assertTrue(left(circling(2 * BAR)).get(again), "two bars of a figure are music");
        BitSet left = left(circling(3 * BAR));
        assertFalse(left.get(again), "three bars are enough");
        assertEquals(Toys.MELODY.vocabulary().size() - 1, left.cardinality(), "all else may come");
        assertTrue(left(circling(3 * BAR + 1)).get(0), "a note that has begun may go on");
    }

    @Test
    void aBandDoesNotGrowForEver() {
        EventTokenizer band = new RemiTokenizer(4, RemiOptions.of(List.of("programs")));
        EventWriting writing = new EventWriting(band, Plan.OPEN);
        List<String> start = List.of("Bar", "Meter_4/4", "Position_0", "Program_0", "Pitch_60", "Duration_4", "Program_5", "Pitch_64",
                "Duration_4");
        start.forEach(name -> writing.accept(band.vocabulary().number(name)));
        BitSet tokens = writing.allowed();
        int other = band.vocabulary().number("Program_9");
        assertTrue(tokens.get(other));
        new EventMask.Band(3).narrow(tokens, writing);
        assertTrue(tokens.get(other), "a third may come in");
        new EventMask.Band(2).narrow(tokens, writing);
        assertFalse(tokens.get(other), "the band has its size");
        assertTrue(tokens.get(band.vocabulary().number("Bar")), "and goes on");
    }
}
