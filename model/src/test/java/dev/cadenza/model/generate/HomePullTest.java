package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.score.Mode;
import dev.cadenza.score.constraint.PitchLimit;
import dev.cadenza.score.theory.Key;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HomePullTest {

    private static final SatbTokenizer SATB = SatbTokenizer.SIXTEENTHS;
    private static final PitchLimit.InKey C_MAJOR = new PitchLimit.InKey(Key.on(0, Mode.MAJOR));

    @Test
    void notesOutsideTheKeyBecomeLessLikelyToBegin() {
        Writing writing = new Writing(SATB, 4, Optional.empty());
        float[] logits = new float[SATB.vocabulary().size()];
        float[] pulled = new HomePull(C_MAJOR, 1.5).on(logits, writing);
        assertEquals(0, pulled[SATB.token(72)]);
        assertEquals(-1.5f, pulled[SATB.token(73)]);
        assertEquals(0, logits[SATB.token(73)], "the model's own stay");
    }

    @Test
    void notesThatSoundGoOnAsTheyWould() {
        Writing writing = new Writing(SATB, 4, Optional.empty());
        for (int pitch : new int[] {73, 64, 60, 48}) {
            writing.accept(SATB.token(pitch));
        }
        float[] pulled = new HomePull(C_MAJOR, 1.5).on(new float[SATB.vocabulary().size()], writing);
        assertEquals(0, pulled[SATB.token(73)]);
        assertEquals(-1.5f, pulled[SATB.token(75)]);
    }

    @Test
    void nothingIsPulledByNothing() {
        float[] logits = new float[SATB.vocabulary().size()];
        assertSame(logits, new HomePull(C_MAJOR, 0).on(logits, new Writing(SATB, 4, Optional.empty())));
    }
}
