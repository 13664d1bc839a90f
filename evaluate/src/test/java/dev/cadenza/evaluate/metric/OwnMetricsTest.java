package dev.cadenza.evaluate.metric;

import static dev.cadenza.evaluate.metric.Music.drums;
import static dev.cadenza.evaluate.metric.Music.line;
import static dev.cadenza.evaluate.metric.Music.note;
import static dev.cadenza.evaluate.metric.Music.part;
import static dev.cadenza.evaluate.metric.Music.score;
import static dev.cadenza.evaluate.metric.Music.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnMetricsTest {

    private static final double CLOSE = 1e-9;

    /// C, F, G, C, a bar each, under a melody in quarters.
    private static Score cadence() {
        int[][] chords = {{48, 55, 64}, {53, 57, 60}, {43, 59, 62}, {48, 55, 64}};
        Note[] below = new Note[12];
        for (int i = 0; i < 12; i++) {
            below[i] = note(i / 3 * 4, 4, chords[i / 3][i % 3]);
        }
        return score(line(1, 72, 76, 74, 72, 72, 77, 81, 77, 74, 79, 81, 74, 76, 79, 76, 72), part(below));
    }

    private static double[] tones(int... pitchClasses) {
        double[] tones = new double[12];
        for (int pitchClass : pitchClasses) {
            tones[pitchClass] = 1;
        }
        return tones;
    }

    @Test
    void chordsOfACadence() {
        Score score = cadence();
        assertEquals(1, value("chord_bars", score), CLOSE);
        assertEquals(3 / 4.0, value("chord_changes_per_bar", score), CLOSE);
        assertEquals(3, value("chord_coverage", score), CLOSE);
        assertEquals(1.5 * Math.log(2), value("chord_histogram_entropy", score), CLOSE);
        double distance = (TonalCentroid.distance(tones(0, 4, 7), tones(5, 9, 0)) + TonalCentroid.distance(tones(5, 9, 0), tones(7, 11, 2))
                + TonalCentroid.distance(tones(7, 11, 2), tones(0, 4, 7))) / 3;
        assertEquals(distance, value("chord_tonal_distance", score), CLOSE);
        // Of 16 melody notes D (to C) and A (to D, a fifth) are not in their triads; of 4 x 16 sounding quarters these two.
        assertEquals(62 / 64.0, value("chord_tone_share", score), CLOSE);
    }

    @Test
    void melodyAgainstItsChords() {
        Score score = cadence();
        // D goes on by step, A leaps.
        assertEquals(15 / 16.0, value("chord_tone_to_non_chord_tone_ratio", score), CLOSE);
        // Above C E G: C 1 1 0, E 1 1 1, G 1 1 1 in thirds, fifths, sixths and fourths; D -1 -1 1.
        double onC = 2 / 3.0 + 1 - 1 / 3.0 + 2 / 3.0;
        double lastC = 1 + 1 / 3.0 * 3 + 1 + 2 / 3.0;
        // Above F A C: C 1 1 1, F 1 1 0, A 1 1 1; above G B D: D 1 1 1, G 1 1 0, A -1 -1 1.
        double onF = 1 + 2 / 3.0 + 1 + 2 / 3.0;
        double onG = 1 + 2 / 3.0 - 1 / 3.0 + 1;
        assertEquals((onC + lastC + onF + onG) / 16, value("pitch_consonance_score", score), CLOSE);
        assertTrue(value("melody_chord_tonal_distance", score) > 1);
        assertTrue(value("key_clarity", score) > 0.85);
        assertEquals(0, value("key_changes_per_bar", score), CLOSE);
    }

    @Test
    void dissonanceIsSecondsSeventhsAndTritones() {
        Score score = score(part(note(0, 4, 60), note(1, 1, 61), note(2, 1, 62), note(3, 1, 66), note(5, 1, 60), note(5, 1, 71)));
        // Of five sounding quarters: C#, F#, and the major seventh; the whole tone is not rough.
        assertEquals(3 / 5.0, value("dissonance_share", score), CLOSE);
    }

    @Test
    void movesOfAMelody() {
        // +2 +2 0 +5 -7 -2
        Score score = score(line(1, 60, 62, 64, 64, 69, 62, 60));
        assertEquals(9, value("melody_range", score), CLOSE);
        assertEquals(18 / 6.0, value("melody_mean_interval", score), CLOSE);
        assertEquals(1 / 6.0, value("melody_repeat_share", score), CLOSE);
        assertEquals(3 / 6.0, value("melody_step_share", score), CLOSE);
        assertEquals(2 / 6.0, value("melody_leap_share", score), CLOSE);
        assertEquals(1 / 4.0, value("melody_turn_share", score), CLOSE);
        // Twice +2, four others once.
        assertEquals((2 * Math.log(3) + 4 * Math.log(6)) / 6 / Math.log(2), value("melody_interval_entropy", score), CLOSE);
        assertEquals(Double.NaN, value("melody_range", score(drums(0, 1))));
    }

    @Test
    void densityAndRests() {
        Score score = score(part(note(0, 1, 60), note(2, 1, 60), note(6, 2, 60)), drums(0, 1));
        assertEquals(5 / 2.0, value("notes_per_bar", score), CLOSE);
        assertEquals(5 / 4.0, value("notes_per_second", score), CLOSE);
        // Quarters 0..1.25, 2..3, 6..8 of 8.
        assertEquals(1 - 4.25 / 8, value("rest_share", score), CLOSE);
        // Onsets 0 1 2 6: twice a quarter, once four. Lengths: two of 1/4, two of 1, one of 2.
        assertEquals((2 * Math.log(1.5) + Math.log(3)) / 3 / Math.log(2), value("onset_interval_entropy", score), CLOSE);
        assertEquals((4 * Math.log(2.5) + Math.log(5)) / 5 / Math.log(2), value("note_length_entropy", score), CLOSE);
    }

    @Test
    void offBeatsDependOnTheMetre() {
        Part eighths = line(0.5, 60, 62, 64, 65, 67, 69);
        assertEquals(3 / 6.0, value("off_beat_share", score(eighths)), CLOSE);
        assertEquals(4 / 6.0, value("off_beat_share", score(24, new Meter(0, 6, 8), eighths)), CLOSE);
    }

    @Test
    void weightsAreThoseOfLonguetHigginsAndLee() {
        assertArrayEquals(new int[] {0, -4, -3, -4, -2, -4, -3, -4, -1, -4, -3, -4, -2, -4, -3, -4}, Beats.weights(new Meter(0, 4, 4)));
        assertArrayEquals(new int[] {0, -3, -2, -3, -1, -3, -2, -3, -1, -3, -2, -3}, Beats.weights(new Meter(0, 3, 4)));
        assertArrayEquals(new int[] {0, -3, -2, -3, -2, -3, -1, -3, -2, -3, -2, -3}, Beats.weights(new Meter(0, 6, 8)));
        assertEquals(0, Beats.weights(new Meter(0, 3, 32)).length);
    }

    @Test
    void notesHeldOverStrongPlacesSyncopate() {
        assertEquals(0, value("syncopation", score(line(1, 60, 62, 64, 65, 67, 65, 64, 62, 60))), CLOSE);
        // On 2-and (-3) over 3 (-1).
        assertEquals(2, value("syncopation", score(part(note(0, 1.5, 60), note(1.5, 1.5, 62), note(3, 1, 64), note(4, 4, 65)))), CLOSE);
        // On 4-and (-3) over the bar line (0).
        assertEquals(3, value("syncopation", score(part(note(0, 3.5, 60), note(3.5, 1.5, 62), note(5, 3, 64)))), CLOSE);
        // The last eighth of 6/8 over the bar line, where a beat is two sixteenths weaker than the bar.
        assertEquals(2, value("syncopation",
                score(24, new Meter(0, 6, 8), part(note(0, 2.5, 60), note(2.5, 1, 62), note(3.5, 2, 64)))), CLOSE);
    }

    @Test
    void swingIsLongToShort() {
        double third = 2 / 3.0;
        assertEquals(2, value("swing_ratio", score(drums(0, third, 1, 1 + third, 2, 2 + third))), CLOSE);
        assertEquals(1, value("swing_ratio", score(line(0.5, 60, 62, 64, 65))), CLOSE);
        assertEquals(Double.NaN, value("swing_ratio", score(line(1, 60, 62, 64, 65))));
    }

    @Test
    void loudnessTimingAndSpeed() {
        List<Note> notes = List.of(new Note(0, 240, Pitch.of(60), 60), new Note(480, 480, Pitch.of(62), 60),
                new Note(964, 100, Pitch.of(64), 90));
        Score score = new Score(480, List.of(new Tempo(0, 600_000), new Tempo(480, 300_000), new Tempo(500, 300_000)), List.of(),
                List.of(), List.of(), List.of(), List.of(new Part("", Instrument.PIANO, notes)), Metadata.NONE);
        assertEquals(70, value("velocity_mean", score), CLOSE);
        assertEquals(Math.sqrt(200), value("velocity_spread", score), CLOSE);
        assertEquals(30, value("velocity_range", score), CLOSE);
        assertEquals(1 / 2.0, value("velocity_change_share", score), CLOSE);
        // The last note is 4 of 480 ticks late, at 300 ms a quarter.
        assertEquals(300 * 4 / 480.0 / 3, value("timing_spread", score), CLOSE);
        assertEquals((0.5 + 480 / 484.0) / 2, value("articulation_ratio", score), CLOSE);
        double seconds = 0.6 + 584 / 480.0 * 0.3;
        assertEquals(1064 / 480.0 / seconds * 60, value("tempo_mean", score), CLOSE);
        assertEquals(1, value("tempo_changes_per_bar", score), CLOSE);
    }

    @Test
    void onsetsThatTicksCannotExpressAreNotLate() {
        Part triplets = new Part("", Instrument.PIANO, List.of(new Note(0, 30, Pitch.of(60), 64), new Note(33, 30, Pitch.of(60), 64),
                new Note(67, 30, Pitch.of(60), 64)));
        assertEquals(0, value("timing_spread", score(100, Meter.common(), triplets)), CLOSE);
    }
}
