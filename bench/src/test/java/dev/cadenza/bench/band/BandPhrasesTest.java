package dev.cadenza.bench.band;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.corpus.PianoRoll;
import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.TrackKind;
import dev.cadenza.corpus.TrackRolls;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BandPhrasesTest {

    private static final RollTokenizer TOKENS = new RollTokenizer(4, false);
    private static final BandPhrases PHRASES = new BandPhrases(new TrackRolls(4));

    /// Nine bars: a bass in every second bar, drums in all, a piano that holds two notes a bar.
    private static List<PianoRoll> phrases() {
        List<Note> bass = new ArrayList<>();
        List<Note> drums = new ArrayList<>();
        List<Note> piano = new ArrayList<>();
        for (int bar = 0; bar < 9; bar++) {
            for (int beat = 0; beat < 4; beat++) {
                long tick = (bar * 4 + beat) * 480L;
                if (bar % 2 == 0) {
                    bass.add(new Note(tick, 480, Pitch.of(36 + beat), 80));
                }
                drums.add(new Note(tick, 120, Pitch.of(36), 80));
            }
            piano.add(new Note(bar * 1920L, 1920, Pitch.of(60), 80));
            piano.add(new Note(bar * 1920L, 1920, Pitch.of(64), 80));
        }
        Score score = new Score(480, List.of(), List.of(Meter.common()), List.of(), List.of(), List.of(),
                List.of(new Part("b", new Instrument(33, false), bass), new Part("d", Instrument.DRUM_KIT, drums),
                        new Part("p", Instrument.PIANO, piano)), Metadata.NONE);
        return PHRASES.of(List.of(new Piece("x", TOKENS.encode(score))), TOKENS);
    }

    private static BandFigures figures(List<PianoRoll> phrases) {
        return BandFigures.of(PHRASES.scores(phrases), BandPhrases.BARS);
    }

    @Test
    void realPhrasesGiveKnownFigures() {
        List<PianoRoll> phrases = phrases();
        assertEquals(2, phrases.size(), "of nine bars the last is no phrase");
        BandFigures found = figures(phrases);
        assertArrayEquals(new double[] {50, 0, 100, 0, 100}, found.emptyBars(), 1e-9);
        assertEquals(4, found.pitchClasses()[0], 1e-9);
        assertEquals(2, found.pitchClasses()[2], 1e-9);
        assertTrue(Double.isNaN(found.pitchClasses()[1]), "there is no guitar");
        assertEquals(100, found.pattern(), 1e-9);
        assertEquals(100, found.longNotes()[2], 1e-9);
        assertEquals(100, found.eighths(), 1e-9);
        assertArrayEquals(new double[5], found.distances(found), 0);
        assertTrue(found.row("x").startsWith("| x | 50.0 / 0.0 / 100.0 / 0.0 / 100.0 | 4.00 / - / 2.00 / - |"), found.row("x"));
    }

    @Test
    void shufflingKeepsWhatBarsHold() {
        List<PianoRoll> phrases = phrases();
        List<PianoRoll> steps = PHRASES.shuffledSteps(phrases, new Random(1));
        assertNotEquals(phrases, steps);
        assertArrayEquals(figures(phrases).emptyBars(), figures(steps).emptyBars(), 1e-9);
        assertArrayEquals(figures(phrases).pitchClasses(), figures(steps).pitchClasses(), 1e-9);
        PianoRoll bars = PHRASES.shuffledBars(phrases, new Random(1)).getFirst();
        assertEquals(64, bars.steps());
        assertEquals(phrases.getFirst().tracks().get(1), bars.tracks().get(1), "all bars of the drums are alike");
    }

    @Test
    void anNgramMakesPhrasesOfTheSameLength() {
        List<PianoRoll> made = PHRASES.ofNgram(phrases(), TOKENS, 3, new Random(1));
        assertEquals(3, made.size());
        made.forEach(roll -> assertEquals(64, roll.steps()));
        assertEquals(TrackKind.FIVE.size(), made.getFirst().tracks().size());
    }
}
