package dev.cadenza.score.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VoiceSeparationTest {

    /// Two lines: the upper in eighths, the lower in quarters.
    private static List<Note> twoLines() {
        int[] upper = {72, 74, 76, 77, 79, 77, 76, 74, 72, 71, 72, 74, 76, 74, 72, 72};
        int[] lower = {48, 50, 52, 53, 55, 53, 52, 48};
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < upper.length; i++) {
            notes.add(Music.note(i * 0.5, 0.5, upper[i]));
        }
        for (int i = 0; i < lower.length; i++) {
            notes.add(Music.note(i, 1, lower[i]));
        }
        return notes.stream().sorted(Note.ORDER).toList();
    }

    @Test
    void linesFarApartAreToldApart() {
        List<Note> notes = twoLines();
        List<Integer> voices = VoiceSeparation.separate(notes, Music.RESOLUTION);
        for (int i = 0; i < notes.size(); i++) {
            assertEquals(notes.get(i).pitch().midi() >= 60 ? 1 : 2, voices.get(i), notes.get(i).toString());
        }
    }

    @Test
    void aVoiceThatEntersLateIsNotTakenForTheFirst() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            notes.add(Music.note(i, 1, 50 + i));
        }
        for (int i = 4; i < 12; i++) {
            notes.add(Music.note(i, 1, 50 + i % 3));
            notes.add(Music.note(i, 1, 70 + i % 4));
        }
        List<Integer> voices = VoiceSeparation.separate(notes, Music.RESOLUTION);
        assertEquals(List.of(2, 2, 2, 2, 2, 1), voices.subList(0, 6));
    }

    @Test
    void aSingleLineIsOneVoice() {
        List<Note> line = twoLines().stream().filter(note -> note.pitch().midi() > 60).toList();
        assertTrue(VoiceSeparation.separate(line, Music.RESOLUTION).stream().allMatch(voice -> voice == 1));
        assertEquals(List.of(), VoiceSeparation.separate(List.of(), Music.RESOLUTION));
    }

    @Test
    void manyNotesAtOneTickHaveTenVoicesAtMost() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            notes.add(new Note(0, 10, Pitch.of(i % 128), 80));
        }
        assertTrue(VoiceSeparation.separate(notes, 48).stream().allMatch(voice -> voice >= 1 && voice <= 10));
    }

    @Test
    void moreVoicesThanTenAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> VoiceSeparation.separate(List.of(), 48, 11, VoiceCosts.USUAL));
    }

    @Property(tries = 20)
    void transposingAndScalingChangeNothing(@ForAll @IntRange(min = -12, max = 12) int up, @ForAll @IntRange(min = 1, max = 5) int times) {
        List<Note> notes = twoLines();
        List<Note> other = notes.stream().map(n -> new Note(n.onset() * times, n.duration() * times, Pitch.of(n.pitch().midi() + up),
                n.velocity())).toList();
        assertEquals(VoiceSeparation.separate(notes, Music.RESOLUTION), VoiceSeparation.separate(other, Music.RESOLUTION * times));
    }
}
