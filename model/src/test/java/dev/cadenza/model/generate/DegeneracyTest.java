package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DegeneracyTest {

    private static final int QUARTER = 480;
    private static final int BAR = 4 * QUARTER;

    private static Part line(long length, int... pitches) {
        List<Note> notes = new ArrayList<>();
        for (int pitch : pitches) {
            notes.add(new Note(notes.size() * length, length, Pitch.of(pitch), 80));
        }
        return new Part("", Instrument.PIANO, notes);
    }

    private static Optional<String> fault(long end, Part... parts) {
        return new Degeneracy(List.of(parts), 0, end, BAR).fault();
    }

    @Test
    void musicPasses() {
        assertEquals(Optional.empty(), fault(2 * BAR, line(QUARTER, 60, 62, 64, 65, 67, 65, 62, 60)));
        assertEquals(Optional.empty(), fault(2 * BAR, line(QUARTER, 60, 60, 67, 67, 69, 69, 67, 67)));
    }

    @Test
    void silenceIsFound() {
        assertEquals(Optional.of("is mostly silent"), fault(2 * BAR, line(QUARTER)));
        assertEquals(Optional.of("is mostly silent"), fault(4 * BAR, line(QUARTER, 60, 62, 64)));
    }

    @Test
    void oneNoteOverAndOverIsFound() {
        assertEquals(Optional.of("repeats one note"), fault(2 * BAR, line(QUARTER, 60, 60, 60, 60, 60, 64, 60, 60)));
        assertEquals(Optional.of("repeats one note"), fault(2 * BAR, line(QUARTER, 60, 62, 60, 60, 60, 60, 60, 67)));
        int[] long64 = new int[64];
        for (int i = 0; i < 64; i++) {
            long64[i] = i < 20 ? 60 : 55 + i % 7;
        }
        assertEquals(Optional.of("repeats one note"), fault(16 * BAR, line(QUARTER, long64)));
    }

    @Test
    void oneFigureOverAndOverIsFound() {
        int[] circle = new int[24];
        int[] sequence = new int[24];
        for (int i = 0; i < 24; i++) {
            circle[i] = new int[] {60, 64, 67}[i % 3];
            sequence[i] = circle[i] + i / 3;
        }
        assertEquals(Optional.of("goes round in circles"), fault(6 * BAR, line(QUARTER, circle)));
        assertEquals(Optional.empty(), fault(6 * BAR, line(QUARTER, sequence)));
        assertEquals(Optional.empty(), fault(6 * BAR, line(QUARTER, circle), line(QUARTER, sequence)));
    }

    @Test
    void aNoteThatStandsForBarsIsFound() {
        Part melody = line(QUARTER, 60, 62, 64, 65, 67, 65, 64, 62, 60, 62, 64, 67, 69, 67, 65, 64, 62, 64, 65, 60);
        assertEquals(Optional.empty(), fault(5 * BAR, melody, line(4 * BAR, 48), line(5 * QUARTER, 36, 38, 40, 36)));
        assertEquals(Optional.of("stands still for more than 4 bars"), fault(5 * BAR, melody, line(5 * BAR, 48)));
    }

    @Test
    void aPedalPointBelowAMelodyIsMusic() {
        Part melody = line(QUARTER, 60, 62, 64, 65, 67, 65, 62, 60);
        Part pedal = line(QUARTER, 48, 48, 48, 48, 48, 48, 48, 48);
        assertEquals(Optional.empty(), fault(2 * BAR, melody, pedal));
        assertEquals(Optional.of("repeats one note"), fault(2 * BAR, pedal, melody));
    }

    @Test
    void oneLongNoteIsFound() {
        assertEquals(Optional.of("hardly moves"), fault(8 * BAR, line(8 * BAR, 60)));
    }

    @Test
    void aMissingEndingIsFound() {
        assertEquals(Optional.of("has no ending"), fault(2 * BAR, line(QUARTER, 60, 62, 64, 65, 67, 65, 62)));
    }

    @Test
    void thePrimerAgainIsFound() {
        int[] primer = {60, 60, 62, 64};
        assertTrue(Degeneracy.equalsPrimer(primer, new int[] {60, 60, 62, 64, 70}));
        assertTrue(Degeneracy.equalsPrimer(primer, new int[] {62, 64}));
        assertFalse(Degeneracy.equalsPrimer(primer, new int[] {60, 62, 62, 64}));
        assertFalse(Degeneracy.equalsPrimer(new int[0], new int[] {60}));
    }
}
