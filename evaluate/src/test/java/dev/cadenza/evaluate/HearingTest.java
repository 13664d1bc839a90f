package dev.cadenza.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class HearingTest {

    @Test
    void drumsAreHeardApartAndNotesComeInOrder() {
        Part upper = new Part("upper", Instrument.PIANO, List.of(note(0, 72), note(480, 74)));
        Part lower = new Part("lower", Instrument.PIANO, List.of(note(0, 48)));
        Part kit = new Part("kit", Instrument.DRUM_KIT, List.of(note(240, 36)));
        Hearing hearing = Hearing.of(new Score(480, List.of(), List.of(new Meter(0, 3, 4)), List.of(), List.of(), List.of(),
                List.of(upper, lower, kit), Metadata.NONE));
        assertEquals(List.of(48, 72, 74), hearing.pitched().stream().map(note -> note.pitch().midi()).toList());
        assertEquals(List.of(36), hearing.drums().stream().map(note -> note.pitch().midi()).toList());
        assertEquals(1440, hearing.bars().length(0));
    }

    private static Note note(long onset, int pitch) {
        return new Note(onset, 480, Pitch.of(pitch), 64);
    }
}
