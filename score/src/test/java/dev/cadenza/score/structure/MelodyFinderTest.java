package dev.cadenza.score.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MelodyFinderTest {

    private static List<Note> melody(int up) {
        int[] pitches = {72, 74, 76, 77, 79, 77, 76, 74, 72, 71, 72, 74, 76, 74, 72, 72};
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < pitches.length; i++) {
            notes.add(Music.note(i, 1, pitches[i] + up));
        }
        return notes;
    }

    private static List<Note> chords(int up) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 16; i += 2) {
            for (int pitch : new int[] {48, 52, 55}) {
                notes.add(Music.note(i, 2, pitch + up));
            }
        }
        return notes;
    }

    private static Score song(int up) {
        return Music.score(List.of(), Music.part("a", chords(up)), Music.part("b", melody(up)));
    }

    @Test
    void thePartOfSingleNotesHasTheMelody() {
        assertEquals("b", MelodyFinder.part(song(0)).orElseThrow().name());
    }

    @Test
    void drumsHaveNone() {
        Part drums = new Part("drums", Instrument.DRUM_KIT, melody(0));
        assertTrue(MelodyFinder.part(Music.score(List.of(), drums)).isEmpty());
        assertEquals(List.of(), MelodyFinder.line(Music.score(List.of(), drums)));
    }

    @Test
    void theLineAboveChordsIsTheMelody() {
        assertEquals(melody(0), MelodyFinder.line(song(0)));
    }

    @Test
    void oneNoteSoundsAtATime() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            notes.add(new Note(i / 1000 * 48L, 48, Pitch.of(i % 128), 80));
        }
        List<Note> line = MelodyFinder.line(notes, 48);
        for (int i = 1; i < line.size(); i++) {
            assertTrue(line.get(i - 1).onset() < line.get(i).onset());
        }
        assertTrue(line.size() <= 20);
    }

    @Property(tries = 20)
    void transposingAndTheOrderOfPartsChangeNothing(@ForAll @IntRange(min = -24, max = 24) int up) {
        Score score = song(up);
        Score turned = score.withParts(score.parts().reversed());
        assertEquals(melody(up), MelodyFinder.line(score));
        assertEquals(MelodyFinder.line(score), MelodyFinder.line(turned));
        assertEquals(MelodyFinder.part(score), MelodyFinder.part(turned));
    }
}
