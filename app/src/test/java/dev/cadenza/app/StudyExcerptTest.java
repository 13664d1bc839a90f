package dev.cadenza.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.Control;
import dev.cadenza.score.Instrument;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import dev.cadenza.score.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class StudyExcerptTest {

    /// Two bars of rest, then quarter notes in 3/4 at 120, loud and soft in turn, on a flute with a pedal.
    private static Score piece(int bars) {
        List<Note> notes = new ArrayList<>();
        for (int i = 1; i < 3 * bars; i++) {
            notes.add(new Note((6 + i) * 480L, i == 3 * bars - 1 ? 480 : 960, Pitch.of(60 + i % 12), i % 2 == 0 ? 20 : 120));
        }
        return new Score(480, List.of(new Tempo(0, 500_000), new Tempo(13 * 480, 250_000)), List.of(new Meter(0, 3, 4)), List.of(), List.of(),
                List.of(), List.of(new Part("Flute", new Instrument(73, false), notes,
                List.of(new Control.ControlChange(0, 7, 90), new Control.ControlChange(9 * 480, 64, 127)), List.of())), Metadata.NONE);
    }

    @Test
    void beginsWithTheFirstNoteAndEndsAtABarLine() {
        StudyExcerpt excerpt = StudyExcerpt.of("a.mid", piece(30), 6, false).orElseThrow();
        assertEquals(3, excerpt.firstBar());
        assertEquals(0.5, excerpt.lead(), 1e-9, "the first quarter of the bar is a rest");
        // Seven beats of half a second, the first a rest, and 14 of a quarter: another bar would be more than a tenth too long.
        assertEquals(6.5, excerpt.seconds(), 1e-9);
        assertEquals(7, excerpt.bars());
        assertEquals(excerpt.bars() * 3L * 480, excerpt.score().end(), "what sounds on is cut");
        assertEquals(List.of(new Tempo(0, 500_000), new Tempo(7 * 480, 250_000)), excerpt.score().tempos());
        Part part = excerpt.score().parts().getFirst();
        assertEquals(73, part.instrument().program());
        assertEquals(List.of(0L, 3 * 480L), part.controls().stream().map(Control::tick).toList());
    }

    @Test
    void plainHidesWhatIsNotNotes() {
        StudyExcerpt plain = StudyExcerpt.of("a.mid", piece(30), 6, true).orElseThrow();
        Part part = plain.score().parts().getFirst();
        assertEquals(Instrument.PIANO, part.instrument());
        assertTrue(part.controls().isEmpty() && part.name().isEmpty());
        assertEquals(1, plain.score().tempos().size());
        int softest = part.notes().stream().mapToInt(Note::velocity).min().orElseThrow();
        int loudest = part.notes().stream().mapToInt(Note::velocity).max().orElseThrow();
        assertTrue(softest >= 55 && loudest <= 105 && softest < loudest, softest + " to " + loudest);
        assertEquals(StudyExcerpt.of("a.mid", piece(30), 6, false).orElseThrow().seconds(), plain.seconds(), 1e-9);
    }

    @Test
    void whatIsTooShortIsPassedOver() {
        assertEquals(Optional.empty(), StudyExcerpt.of("a.mid", piece(2), 6, true));
        Score silent = piece(3).withParts(List.of());
        assertEquals(Optional.empty(), StudyExcerpt.of("a.mid", silent, 6, true));
    }

    @Test
    void randomNotesAreAsManyAndAsLong() {
        StudyExcerpt real = StudyExcerpt.of("a.mid", piece(30), 6, true).orElseThrow();
        StudyExcerpt random = real.scrambled(RandomGeneratorFactory.of("L64X128MixRandom").create(3));
        assertEquals(real.seconds(), random.seconds());
        assertEquals(real.score().parts().getFirst().notes().size(), random.score().parts().getFirst().notes().size());
        assertEquals(0, random.score().parts().getFirst().notes().getFirst().onset());
        assertNotEquals(real.score(), random.score());
        assertEquals("random notes", random.source());
    }
}
