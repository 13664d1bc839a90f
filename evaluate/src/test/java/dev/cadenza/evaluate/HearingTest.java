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

    @Test
    void theMelodyIsTheHighestPartOfSingleNotesThatPlaysMuch() {
        Part soprano = new Part("S", Instrument.PIANO, List.of(note(0, 72), note(480, 79), note(960, 76)));
        Part alto = new Part("A", Instrument.PIANO, List.of(note(0, 64), note(480, 65), note(960, 64)));
        Part chords = new Part("piano", Instrument.PIANO,
                List.of(note(0, 76), note(0, 79), note(0, 84), note(480, 76), note(480, 79), note(480, 84)));
        assertEquals(soprano.notes(), Hearing.of(score(alto, soprano)).melody());
        assertEquals(alto.notes(), Hearing.of(score(chords, alto)).melody());
        Part bell = new Part("bell", Instrument.PIANO, List.of(note(0, 96)));
        Part bass = new Part("B", Instrument.PIANO, List.of(note(0, 48), note(480, 43), note(960, 48), note(1440, 48)));
        assertEquals(alto.notes(), Hearing.of(score(bell, alto, bass)).melody());
        assertEquals(List.of(), Hearing.of(score()).melody());
    }

    @Test
    void theUsualMetreHoldsForLongest() {
        Part part = new Part("", Instrument.PIANO, List.of(note(0, 60), note(9600, 60)));
        assertEquals(1440, usualBar(part, new Meter(0, 2, 4), new Meter(960, 3, 4), new Meter(9000, 4, 4)));
        assertEquals(1920, usualBar(part));
        assertEquals(1920, usualBar(part, new Meter(9000, 2, 4)));
    }

    private static long usualBar(Part part, Meter... meters) {
        return Hearing.of(new Score(480, List.of(), List.of(meters), List.of(), List.of(), List.of(), List.of(part), Metadata.NONE))
                .usualBarTicks();
    }

    private static Score score(Part... parts) {
        return new Score(480, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(parts), Metadata.NONE);
    }

    private static Note note(long onset, int pitch) {
        return new Note(onset, 480, Pitch.of(pitch), 64);
    }
}
