package dev.cadenza.evaluate.metric;

import static dev.cadenza.evaluate.metric.Music.drums;
import static dev.cadenza.evaluate.metric.Music.note;
import static dev.cadenza.evaluate.metric.Music.part;
import static dev.cadenza.evaluate.metric.Music.score;
import static dev.cadenza.evaluate.metric.Music.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import org.junit.jupiter.api.Test;

class MuseGanTest {

    private static final double CLOSE = 1e-9;

    @Test
    void barsAreEmptyWhereATrackIsSilent() {
        // Sounds in bar 0, is held through bar 1, and has a note in bar 3 of four.
        Part part = part(note(0, 8, 60), note(12, 1, 64), note(13, 1, 67));
        TrackMetrics track = TrackMetrics.of(score(part), part);
        assertEquals(25, track.emptyBars(), CLOSE);
        assertEquals((1 + 1 + 2) / 3.0, track.usedPitchClasses(), CLOSE);
        assertEquals(100 * (1 - 3 / 8.0), TrackMetrics.of(score(part), part, 8).emptyBars(), CLOSE);
        assertEquals(0, TrackMetrics.of(score(part), part, 2).emptyBars(), CLOSE);
    }

    @Test
    void anEmptyTrackIsEmptyThroughout() {
        Part silent = part();
        TrackMetrics track = TrackMetrics.of(score(silent), silent, 4);
        assertEquals(100, track.emptyBars(), CLOSE);
        assertEquals(Double.NaN, track.usedPitchClasses());
        assertEquals(Double.NaN, track.qualifiedNotes());
        assertEquals(Double.NaN, track.drumPattern());
    }

    @Test
    void qualifiedNotesLastAThirtySecond() {
        // Of the first bar two of three, of the second all.
        Part part = part(note(0, 1 / 8.0, 60), note(1, 1 / 12.0, 60), note(2, 1, 60), note(4, 1, 60));
        assertEquals(100 * (2 / 3.0 + 1) / 2, TrackMetrics.of(score(part), part).qualifiedNotes(), CLOSE);
    }

    @Test
    void drumsFitAPatternOfSixteenthsThatMayBeShifted() {
        Part straight = drums(0, 0.25, 1, 2.75);
        assertEquals(100, TrackMetrics.of(score(straight), straight).drumPattern(), CLOSE);
        double late = 2 / 24.0;
        Part shifted = drums(late, 1 + late, 2 + late);
        assertEquals(100, TrackMetrics.of(score(shifted), shifted).drumPattern(), CLOSE);
        // Two on sixteenths, one a time step late, one two steps late.
        Part loose = drums(0, 1, 2 + 1 / 24.0, 3 + 2 / 24.0);
        assertEquals(100 * (2 + 0.1) / 4, TrackMetrics.of(score(loose), loose).drumPattern(), CLOSE);
    }

    @Test
    void tonalSpaceHasItsKnownDistances() {
        double[] c = new double[12];
        double[] g = new double[12];
        double[] fSharp = new double[12];
        c[0] = 1;
        g[7] = 3;
        fSharp[6] = 0.5;
        // C to G: circle of fifths 2 - sqrt 3, minor thirds 2, major thirds 3/4; C to F#: opposite on two circles.
        assertEquals(Math.sqrt(2 - Math.sqrt(3) + 2 + 0.75), TonalCentroid.distance(c, g), CLOSE);
        assertEquals(Math.sqrt(8), TonalCentroid.distance(c, fSharp), CLOSE);
        assertEquals(Double.NaN, TonalCentroid.distance(c, new double[12]));
    }

    @Test
    void tracksAreComparedQuarterByQuarter() {
        Part held = part(note(0, 4, 60));
        Part moving = part(note(0, 1, 72), note(1, 1, 66), note(2, 0.5, 72));
        // Quarters: equal, a tritone, equal; the fourth has one track alone.
        assertEquals(Math.sqrt(8) / 3, TrackMetrics.tonalDistance(score(held, moving), held, moving), CLOSE);
        assertEquals(Math.sqrt(8) / 3, value("tonal_distance", score(held, moving)), CLOSE);
        Part late = part(note(8, 1, 60));
        assertEquals(Double.NaN, TrackMetrics.tonalDistance(score(held, late), held, late));
    }

    @Test
    void manyEqualQuartersAreOneSum() {
        long far = 1L << 40;
        Part low = part(new Note(0, far * Music.RESOLUTION, Pitch.of(48), 64));
        Part high = part(new Note(0, far * Music.RESOLUTION, Pitch.of(54), 64));
        assertEquals(Math.sqrt(8), TrackMetrics.tonalDistance(score(low, high), low, high), CLOSE);
    }

    @Test
    void thePieceIsTheMeanOfItsTracks() {
        Part full = part(note(0, 16, 60));
        Part half = part(note(0, 8, 64));
        Score score = score(full, half, part(), drums(0));
        assertEquals((0 + 50 + 75) / 3.0, value("empty_bars", score), CLOSE);
        assertEquals(1, value("used_pitch_classes", score), CLOSE);
        assertEquals(100, value("qualified_notes", score), CLOSE);
        assertEquals(100, value("drum_pattern", score), CLOSE);
    }
}
