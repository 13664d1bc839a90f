package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VoiceGridTest {

    private static final SatbTokenizer TOKENIZER = SatbTokenizer.SIXTEENTHS;

    private static int[][] context(int steps) {
        return new int[TOKENIZER.contextRows().size()][steps];
    }

    /// What the grammar allows, at random.
    @Property(tries = 60)
    void aSequenceComesBackAsItWas(@ForAll long seed) {
        Random random = new Random(seed);
        int steps = 1 + random.nextInt(40);
        int[] tokens = new int[steps * 4];
        Grammar.State state = TOKENIZER.grammar().start();
        for (int i = 0; i < tokens.length; i++) {
            int[] allowed = state.allowed().stream().filter(token -> token < 2 || token > 30 && token < 34).toArray();
            tokens[i] = allowed[random.nextInt(allowed.length)];
            state = state.after(tokens[i]);
        }
        TokenSequence sequence = new TokenSequence(4, tokens, context(steps));
        assertEquals(sequence, VoiceGrid.of(TOKENIZER, sequence).sequence(TOKENIZER));
    }

    @Test
    void aCellSaysWhatBeginsOrThatItGoesOn() {
        int c = TOKENIZER.token(60);
        int[] tokens = {c, 0, c, c, c, 0, SatbTokenizer.STRIKE, c, c, c, 0, c};
        assertArrayEquals(new int[] {
            c, VoiceGrid.REST, c, c,
            VoiceGrid.HOLD, VoiceGrid.HOLD, c, VoiceGrid.HOLD,
            VoiceGrid.HOLD, c, VoiceGrid.REST, VoiceGrid.HOLD}, VoiceGrid.of(TOKENIZER, new TokenSequence(4, tokens, context(3))).symbols());
    }

    @Test
    void whatIsUnknownIsNoMusic() {
        VoiceGrid grid = new VoiceGrid(4, new int[] {VoiceGrid.REST, VoiceGrid.REST, VoiceGrid.UNKNOWN, VoiceGrid.REST}, context(1));
        assertThrows(IllegalArgumentException.class, () -> grid.sequence(TOKENIZER));
        assertThrows(IllegalArgumentException.class, () -> new VoiceGrid(4, new int[5], context(1)));
    }
}
