package dev.cadenza.score.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Meter;
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

class PhraseFinderTest {

    /// Phrases of six quarters' notes and a half note, each followed by a rest of a quarter, three bars of three in all.
    private static List<Note> verse(int up) {
        int[] steps = {0, 2, 4, 5, 4, 2, 0};
        List<Note> notes = new ArrayList<>();
        for (int phrase = 0; phrase < 6; phrase++) {
            for (int i = 0; i < 7; i++) {
                notes.add(Music.note(phrase * 9 + i, i == 6 ? 2 : 1, 60 + up + steps[i] + phrase % 2 * 5));
            }
        }
        return notes;
    }

    private static List<Phrase> phrases(int up) {
        Part part = Music.part("", verse(up));
        return PhraseFinder.find(Music.score(List.of(new Meter(0, 3, 4)), part), part);
    }

    @Test
    void phrasesEndWithLongNotesAndRests() {
        List<Phrase> found = phrases(0);
        assertEquals(6, found.size());
        for (int i = 0; i < 6; i++) {
            assertEquals(i * 9L * Music.RESOLUTION, found.get(i).start());
        }
        assertEquals(5 * 9L * Music.RESOLUTION + 8 * Music.RESOLUTION, found.getLast().end());
    }

    @Test
    void silenceHasNoPhraseAndANoteIsOne() {
        Part silent = Music.part("", List.of());
        assertEquals(List.of(), PhraseFinder.find(Music.score(List.of(), silent), silent));
        Part one = Music.part("", List.of(Music.note(1, 1, 60)));
        assertEquals(List.of(new Phrase(48, 96)), PhraseFinder.find(Music.score(List.of(), one), one));
    }

    @Test
    void boundariesOfTheLocalModelAreStrongestAtRests() {
        List<Double> strength = PhraseFinder.localStrength(verse(0), Music.RESOLUTION);
        double most = strength.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        assertEquals(most, strength.get(6), 1e-9);
        assertTrue(strength.get(2) < most / 2);
    }

    @Test
    void phrasesFollowEachOtherWithoutGaps() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            notes.add(new Note(i * 12L, 12, Pitch.of(60 + i * 7 % 12), 80));
        }
        Part part = Music.part("", notes);
        List<Phrase> found = PhraseFinder.find(Music.score(List.of(), part), part);
        for (int i = 1; i < found.size(); i++) {
            assertEquals(found.get(i - 1).end(), found.get(i).start());
        }
    }

    @Property(tries = 10)
    void transposingAndScalingChangeNothing(@ForAll @IntRange(min = -12, max = 12) int up, @ForAll @IntRange(min = 1, max = 4) int times) {
        List<Note> notes = verse(up).stream().map(n -> new Note(n.onset() * times, n.duration() * times, n.pitch(), n.velocity())).toList();
        Part part = Music.part("", notes);
        Score score = new Score(Music.RESOLUTION * times, List.of(), List.of(new Meter(0, 3, 4)), List.of(), List.of(), List.of(),
                List.of(part), dev.cadenza.score.Metadata.NONE);
        assertEquals(phrases(0).stream().map(p -> new Phrase(p.start() * times, p.end() * times)).toList(), PhraseFinder.find(score, part));
    }
}
