package dev.cadenza.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.MelodyTokenizer;
import dev.cadenza.corpus.Plan;
import dev.cadenza.corpus.SatbTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExcerptsTest {

    private static final MelodyTokenizer MELODY = new MelodyTokenizer(4);
    private static final Excerpts TWO_BARS = new Excerpts(MELODY, 2, 16);
    private static final int HOLD = 0;
    private static final int REST = 1;

    private static TokenSequence melody(Meter meter, int upbeat, int... tokens) {
        return MELODY.sequence(tokens, new Plan(tokens.length, meter, upbeat, Optional.empty(), true));
    }

    /// A note every `every` steps.
    private static int[] notes(int steps, int every) {
        int[] tokens = new int[steps];
        for (int step = 0; step < steps; step += every) {
            tokens[step] = MELODY.vocabulary().number("n" + (60 + step % 24));
        }
        return tokens;
    }

    @Test
    void excerptsBeginAtBarLines() {
        assertArrayEquals(new int[] {0, 16, 32}, TWO_BARS.starts(melody(Meter.common(), 0, notes(64, 4))));
        assertArrayEquals(new int[] {4, 20}, TWO_BARS.starts(melody(Meter.common(), 4, notes(52, 4))));
        assertArrayEquals(new int[] {0, 16}, TWO_BARS.starts(melody(Meter.common(), 0, notes(41, 4))),
                "the last bar ends with its last note");
        assertArrayEquals(new int[] {}, TWO_BARS.starts(melody(new Meter(0, 3, 4), 0, notes(64, 4))));
        assertArrayEquals(new int[] {0, 12, 24, 36}, new Excerpts(MELODY, 2, 12).starts(melody(new Meter(0, 3, 4), 0, notes(60, 4))));
        assertArrayEquals(new int[] {}, TWO_BARS.starts(melody(new Meter(0, 12, 8), 0, notes(96, 4))));
    }

    @Test
    void musicWithoutAMetreIsInFourFour() {
        List<Note> notes = IntStream.range(0, 20).mapToObj(i -> new Note(480L * i, 480, Pitch.of(60 + i % 5), 80)).toList();
        Score unmetred = new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(new Part("", Instrument.PIANO, notes)),
                Metadata.NONE);
        TokenSequence piece = MELODY.encode(unmetred);
        assertFalse(TWO_BARS.statesMetre(piece));
        assertArrayEquals(new int[] {0, 16, 32, 48}, TWO_BARS.starts(piece));
        assertArrayEquals(new int[] {}, new Excerpts(MELODY, 2, 12).starts(piece));
        assertTrue(TWO_BARS.statesMetre(melody(new Meter(0, 3, 4), 0, notes(64, 4))));
    }

    @Test
    void whatSoundsAtTheBeginningIsStruckAnew() {
        int[] tokens = notes(48, 12);      // notes at 0, 12, 24, 36; the second sounds over the bar line
        TokenSequence excerpt = TWO_BARS.at(melody(Meter.common(), 0, tokens), 16);
        assertEquals(tokens[12], excerpt.token(0, 0));
        assertEquals(HOLD, excerpt.token(1, 0));
        assertEquals(tokens[24], excerpt.token(8, 0));
        assertEquals(32, excerpt.steps());
        int[] silent = notes(48, 12);
        silent[13] = REST;
        TokenSequence resting = TWO_BARS.at(melody(Meter.common(), 0, silent), 16);
        assertEquals(REST, resting.token(0, 0));
        assertEquals(HOLD, resting.token(1, 0));
    }

    @Test
    void theEndIsFilledWithSilence() {
        TokenSequence excerpt = TWO_BARS.at(melody(Meter.common(), 0, notes(30, 4)), 0);
        assertEquals(REST, excerpt.token(30, 0));
        assertEquals(HOLD, excerpt.token(31, 0));
    }

    @Test
    void voicesStruckAnewAreStruckByTheirPitch() {
        SatbTokenizer tokenizer = SatbTokenizer.SIXTEENTHS;
        int[] tokens = new int[48 * 4];
        Arrays.fill(tokens, tokenizer.token(60));
        tokens[16 * 4 + 2] = 1;     // strike
        tokens[20 * 4 + 2] = 1;
        TokenSequence excerpt = new Excerpts(tokenizer, 2, 16).at(tokenizer.sequence(tokens,
                new Plan(48, Meter.common(), 0, Optional.empty(), true)), 16);
        assertEquals(tokenizer.token(60), excerpt.token(0, 2));
        assertEquals(1, excerpt.token(4, 2));
        assertEquals(Meter.common(), tokenizer.decode(excerpt).meters().getFirst());
    }

    @Test
    void musicHasNotesInEveryBar() {
        assertTrue(TWO_BARS.isMusic(TWO_BARS.of(notes(32, 8))));
        assertFalse(TWO_BARS.isMusic(TWO_BARS.of(notes(32, 16))), "one note a bar");
        int[] half = notes(32, 2);
        half[16] = REST;
        Arrays.fill(half, 17, 32, HOLD);
        assertFalse(TWO_BARS.isMusic(TWO_BARS.of(half)), "a bar is silent");
    }
}
