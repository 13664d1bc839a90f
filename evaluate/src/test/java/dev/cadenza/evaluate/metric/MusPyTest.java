package dev.cadenza.evaluate.metric;

import static dev.cadenza.evaluate.metric.Music.drums;
import static dev.cadenza.evaluate.metric.Music.note;
import static dev.cadenza.evaluate.metric.Music.part;
import static dev.cadenza.evaluate.metric.Music.score;
import static dev.cadenza.evaluate.metric.Music.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.evaluate.Hearing;
import dev.cadenza.evaluate.metric.MusPy.Pulse;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Values that MusPy's own tests state for its test song, and others worked out by hand.
class MusPyTest {

    private static final double EXACT = 0;
    private static final double CLOSE = 1e-12;

    /// Nine eighth notes in 3/8.
    private static Score song(int resolution) {
        int[] pitches = {76, 75, 76, 75, 76, 71, 74, 72, 69};
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < pitches.length; i++) {
            notes.add(new Note((long) i * resolution / 2, resolution / 2, Pitch.of(pitches[i]), 64));
        }
        return score(resolution, new Meter(0, 3, 8), new Part("Melody", Instrument.PIANO, notes));
    }

    @Test
    void testSongOfMusPyHasItsValues() {
        Hearing song = Hearing.of(song(8));
        assertEquals(6, MusPy.pitchesUsed(song));
        assertEquals(6, MusPy.pitchClassesUsed(song));
        assertEquals(7, MusPy.pitchRange(song));
        assertEquals(0, MusPy.emptyBeatRate(song), EXACT);
        assertEquals(0, MusPy.emptyMeasureRate(song, 12), EXACT);
        assertEquals(1, MusPy.polyphony(song), EXACT);
        assertEquals(0, MusPy.polyphonyRate(song, 2), EXACT);
        assertEquals(7 / 9.0, MusPy.pitchInScaleRate(song, 0, Mode.MAJOR), EXACT);
        assertEquals(7 / 9.0, MusPy.scaleConsistency(song), EXACT);
        assertEquals(Double.NaN, MusPy.drumInPatternRate(song, Pulse.DUPLE));
        assertEquals(Double.NaN, MusPy.drumPatternConsistency(song));
        assertEquals(11 / 12.0, MusPy.grooveConsistency(song, 12), CLOSE);
        assertEquals(2.4193819456463714, MusPy.pitchEntropy(song), CLOSE);
        assertEquals(2.4193819456463714, MusPy.pitchClassEntropy(song), CLOSE);
    }

    @Test
    void grooveCountsTheBarInWhichThePieceEnds() {
        // Three onsets of the third bar are missing in the empty fourth: 3 of 3 x 6 places. MusPy's earlier test says 5/6.
        assertEquals(5 / 6.0, MusPy.grooveConsistency(Hearing.of(song(4)), 6), CLOSE);
        assertEquals(Double.NaN, MusPy.grooveConsistency(Hearing.of(song(4)), 19));
    }

    @Test
    void parametersComeFromTheScore() {
        assertEquals(11 / 12.0, value("groove_consistency", song(8)), CLOSE);
        // C major arpeggios with one C#; the signature of B major does not count.
        int[] pitches = {60, 64, 67, 72, 67, 64, 60, 61, 60, 64, 67, 72, 71, 67, 64, 60};
        Score plain = score(Music.line(1, pitches));
        Score signed = plain.withKeys(List.of(new KeySignature(0, 5, Mode.MAJOR)));
        assertEquals(15 / 16.0, value("pitch_in_scale_rate", plain), EXACT);
        assertEquals(15 / 16.0, value("pitch_in_scale_rate", signed), EXACT);
    }

    @Test
    void severalTracksShareOneRoll() {
        // Quarters 0..4: C E G together, then C alone (twice: in two parts), then nothing, then drums to the end.
        Score score = score(part(note(0, 2, 60), note(0, 1, 64)), part(note(0, 1, 67), note(1, 1, 60)), drums(3));
        Hearing hearing = Hearing.of(score);
        assertEquals((3 + 1) / 2.0, MusPy.polyphony(hearing), EXACT);
        assertEquals(1 / 3.25, MusPy.polyphonyRate(hearing, 2), EXACT);
        assertEquals(2 / 3.25, MusPy.polyphonyRate(hearing, 0), EXACT);
        // Beats 0, 1 and 2 (where notes end) and 3 are touched.
        assertEquals(0, MusPy.emptyBeatRate(hearing), EXACT);
        assertEquals(1.5, MusPy.pitchEntropy(hearing), CLOSE);
        assertEquals(7, MusPy.pitchRange(hearing));
    }

    @Test
    void emptyBeatsAndBarsLieBetweenNotes() {
        Hearing hearing = Hearing.of(score(part(note(0, 0.5, 60), note(5, 0.5, 60), note(12, 1, 60))));
        // Beats 0, 5, 12 and 13 of 14; bars 0, 1 and 3 of 4.
        assertEquals(10 / 14.0, MusPy.emptyBeatRate(hearing), CLOSE);
        assertEquals(1 / 4.0, MusPy.emptyMeasureRate(hearing, 96), EXACT);
    }

    @Test
    void drumsFallOnSixteenthsOrTriplets() {
        Hearing hearing = Hearing.of(score(drums(0, 0.25, 0.5, 1, 4 / 3.0, 5 / 3.0, 2, 7 / 3.0)));
        assertEquals(5 / 8.0, MusPy.drumInPatternRate(hearing, Pulse.DUPLE), EXACT);
        assertEquals(6 / 8.0, MusPy.drumInPatternRate(hearing, Pulse.TRIPLE), EXACT);
        assertEquals(6 / 8.0, MusPy.drumPatternConsistency(hearing), EXACT);
        assertEquals(0, MusPy.pitchRange(hearing), EXACT);
        assertEquals(Double.NaN, MusPy.polyphony(hearing));
        assertEquals(0, MusPy.polyphonyRate(hearing, 2), EXACT);
        assertEquals(Double.NaN, MusPy.scaleConsistency(hearing));
        assertEquals(Double.NaN, MusPy.pitchEntropy(hearing));
    }

    @Test
    void aScoreWithoutNotesHasNoRates() {
        for (var metric : MusPy.all()) {
            double value = metric.of(Hearing.of(score()));
            assertTrue(Double.isNaN(value) || value == 0, metric.name() + " " + value);
        }
    }

    @Test
    void veryLongPiecesCostNothing() {
        long far = 1L << 45;
        Hearing hearing = Hearing.of(score(part(new Note(0, 24, Pitch.of(60), 64), new Note(far, 24, Pitch.of(64), 64),
                new Note(far, 24, Pitch.of(67), 64), new Note(far, far, Pitch.of(72), 64))));
        assertEquals(24 / (2.0 * far), MusPy.polyphonyRate(hearing, 2), EXACT);
        assertEquals(0.5, MusPy.emptyMeasureRate(hearing, 96), 1e-9);
    }
}
