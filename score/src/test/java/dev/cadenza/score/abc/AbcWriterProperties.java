package dev.cadenza.score.abc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Scores on a grid of sixteenths, written and read again.
class AbcWriterProperties {

    private static final int STEP = 120;

    private static List<String> notes(Part part) {
        return part.notes().stream().map(note -> note.onset() + "+" + note.duration() + " " + note.pitch().midi()).sorted().collect(Collectors.toList());
    }

    @Property(tries = 300)
    void notesStayTheSame(@ForAll("scores") Score score) {
        Score read = Abc.tune(AbcWriter.text(score)).score();
        assertEquals(score.parts().size(), read.parts().size());
        for (int i = 0; i < score.parts().size(); i++) {
            assertEquals(notes(score.parts().get(i)), notes(read.parts().get(i)));
        }
        assertEquals(score.meters().getFirst(), read.meters().getFirst());
    }

    @Provide
    Arbitrary<Score> scores() {
        Arbitrary<List<int[]>> part = Arbitraries.integers().between(0, 1 << 20)
                .map(n -> new int[] {n % 7, 1 + n / 7 % 6, 48 + n / 42 % 36, n / 1512 % 4}).list().ofMinSize(1).ofMaxSize(40);
        return Combinators.combine(part.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(new Meter(0, 4, 4), new Meter(0, 3, 4),
                new Meter(0, 6, 8), new Meter(0, 5, 8), new Meter(0, 2, 2)), Arbitraries.integers().between(-7, 7)).as(
                (parts, meter, fifths) -> new Score(480, List.of(), List.of(meter), List.of(new KeySignature(0, fifths, Mode.MAJOR)),
                        List.of(), List.of(), parts.stream().map(AbcWriterProperties::part).toList(), Metadata.titled("t")));
    }

    /// One line of chords and gaps; now and then a longer note below it.
    private static Part part(List<int[]> steps) {
        List<Note> notes = new ArrayList<>();
        long at = 0;
        long lowUntil = 0;
        for (int[] step : steps) {
            at += step[0] < 3 ? 0 : (long) (step[0] - 3) * STEP;
            long length = (long) step[1] * STEP;
            notes.add(new Note(at, length, Pitch.of(step[2]), 80));
            if (step[3] == 1) {
                notes.add(new Note(at, length, Pitch.of(step[2] + 4), 80));
            } else if (step[3] == 2 && at >= lowUntil) {
                lowUntil = at + 10 * STEP;
                notes.add(new Note(at, 10 * STEP, Pitch.of(30), 80));
            }
            at += length;
        }
        notes.sort(Note.ORDER);
        return new Part("", new Instrument(40, false), notes);
    }
}
