package dev.cadenza.corpus.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Lyric;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class SungLineTest {

    private static final List<Lyric> WORDS = List.of(new Lyric(0, "la"));

    private static Note note(long onset, long end, int pitch) {
        return new Note(onset, end - onset, Pitch.of(pitch), 80);
    }

    private static Part part(String name, List<Lyric> lyrics, List<Integer> voices, Note... notes) {
        return new Part(name, Instrument.PIANO, List.of(notes), List.of(), lyrics, Notation.ofVoices(voices));
    }

    private static Score score(Part... parts) {
        return new Score(4, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(parts), Metadata.NONE);
    }

    private static List<Integer> sung(Score score) {
        return SungLine.of(score).parts().getFirst().notes().stream().map(n -> n.pitch().midi()).toList();
    }

    @Test
    void theFirstPartWithWordsIsSungUnlessItHasFewNotes() {
        Part flute = part("Flute", List.of(), List.of(), note(0, 4, 80));
        Part few = part("Choir", WORDS, List.of(), note(0, 4, 50));
        Part voice = part("Voice", WORDS, List.of(), note(0, 4, 70), note(4, 8, 71), note(8, 9, 72));
        Part other = part("Alto", WORDS, List.of(), note(0, 4, 60), note(4, 8, 61), note(8, 9, 62), note(9, 10, 63));
        assertEquals(List.of(70, 71, 72), sung(score(flute, few, voice, other)));
        assertEquals(1, SungLine.of(score(flute, few, voice, other)).parts().size());
    }

    @Test
    void ofChordsTheTopNoteAndOfVoicesTheFirst() {
        Part choir = part("Voice", WORDS, List.of(2, 1, 1, 2, 1), note(0, 2, 60), note(0, 4, 67), note(0, 4, 72), note(2, 6, 80), note(4, 8, 74));
        assertEquals(List.of(72, 74), sung(score(choir)));
    }

    @Test
    void whereVoicesAreNotKnownNotesThatBeginUnderAnotherAreLeftOut() {
        assertEquals(List.of(72, 74), sung(score(part("Voice", WORDS, List.of(), note(0, 4, 72), note(2, 6, 65), note(4, 8, 74)))));
    }

    @Test
    void aScoreWithoutWordsStaysAsItIs() {
        Score score = score(part("Piano", List.of(), List.of(), note(0, 4, 60)));
        assertSame(score, SungLine.of(score));
    }
}
