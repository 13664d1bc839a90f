package dev.cadenza.score.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreStatisticsTest {

    private static Note note(long onset, long duration, int pitch) {
        return new Note(onset, duration, Pitch.of(pitch), 80);
    }

    @Test
    void countsWhatIsThere() {
        Part flute = new Part("flute", new Instrument(73, false),
                List.of(note(0, 4, 72), note(4, 4, 72), note(8, 2, 72), note(16, 4, 60)));
        Part cello = new Part("cello", new Instrument(42, false), List.of(note(0, 8, 48)));
        Part drums = new Part("drums", Instrument.DRUM_KIT, List.of(note(0, 1, 36), note(4, 1, 36), note(8, 1, 36), note(9, 1, 36)));
        Part empty = new Part("tacet", Instrument.PIANO, List.of());
        ScoreStatistics s = ScoreStatistics.of(Tunes.of(List.of(), List.of(flute, cello, drums, empty)));
        assertEquals(9, s.notes());
        assertEquals(3, s.parts());
        assertEquals(48, s.lowestPitch());
        assertEquals(72, s.highestPitch());
        assertEquals(1, s.pitchClasses());
        assertEquals(0.25, s.shortestQuarters());
        assertEquals(2, s.longestQuarters());
        assertEquals(26.0 / 14, s.meanPolyphony(), 1e-12);
        assertEquals(6.0 / 20, s.silenceShare(), 1e-12);
        assertEquals(5, s.quarters());
        assertEquals(2.5, s.seconds(), 1e-12);
        assertEquals(3, s.longestRepetition());
        assertEquals(9 / 5.0, s.notesPerQuarter(), 1e-12);
    }

    @Test
    void anEmptyScoreIsSilence() {
        ScoreStatistics s = ScoreStatistics.of(Tunes.of(List.of(), List.of()));
        assertEquals(new ScoreStatistics(0, 0, -1, -1, 0, 0, 0, 0, 1, 0, 0, 0, 0), s);
    }
}
