package dev.cadenza.model.latent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.ToyLatent;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Known answers. Tokens of a melody: 0 goes on, 1 rests, 2 + n is the pitch n.
class AttributeTest {

    private static final ToyLatent TOY = new ToyLatent(1);

    private static TokenSequence excerpt(int... tokens) {
        return TOY.excerpts().of(tokens);
    }

    private static double of(Attribute attribute, TokenSequence excerpt) {
        return attribute.of(excerpt, TOY.tokenizer()).orElseThrow();
    }

    @Test
    void aTuneOfFourNotesIsMeasured() {
        // C4 on one, D4 on two, G4 on the "and" of two, C4 on the second sixteenth of four.
        TokenSequence tune = excerpt(62, 0, 0, 0, 64, 0, 69, 0, 0, 0, 0, 0, 1, 62, 0, 0);
        assertEquals(1, of(Attribute.DENSITY, tune));
        assertEquals((2 + 5 + 7) / 3.0, of(Attribute.LEAPS, tune), 1e-12);
        assertEquals(7, of(Attribute.RANGE, tune));
        assertEquals((60 + 62 + 67 + 60) / 4.0, of(Attribute.HEIGHT, tune));
        assertEquals(1 / 4.0, of(Attribute.SYNCOPATION, tune), "the G follows a note on the beat; the last C follows none");
        assertEquals(0, of(Attribute.REPETITION, tune));
    }

    @Test
    void whatComesAgainAnywhereIsRepetition() {
        TokenSequence scale = excerpt(62, 0, 64, 0, 66, 0, 68, 0, 70, 0, 0, 0, 0, 0, 0, 0);
        assertEquals(0.75, of(Attribute.REPETITION, scale), "four moves, all of the same kind");
        assertEquals(0, of(Attribute.SYNCOPATION, scale));
        assertEquals(2, of(Attribute.LEAPS, scale));
    }

    @Test
    void ofTwoNotesNothingIsSaid() {
        TokenSequence two = excerpt(62, 0, 64, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (Attribute attribute : Attribute.values()) {
            assertTrue(attribute.of(two, TOY.tokenizer()).isEmpty());
        }
    }

    @Test
    void namesAreReadInAnyCase() {
        assertEquals(Optional.of(Attribute.RANGE), Attribute.ofName(" Range"));
        assertEquals(Optional.empty(), Attribute.ofName("beauty"));
    }
}
