package dev.cadenza.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cadenza.score.Instrument;
import dev.cadenza.score.Mark;
import dev.cadenza.score.Metadata;
import dev.cadenza.score.Notation;
import dev.cadenza.score.Note;
import dev.cadenza.score.Part;
import dev.cadenza.score.Pitch;
import dev.cadenza.score.Score;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FermatasTest {

    private static final SatbTokenizer TOLD = new SatbTokenizer(4, 28, 91, true);
    private static final int QUARTER = 480;

    /// Eight quarter notes of a pitch; where the pitch is Tenor's, one of eight quarters.
    private static Part part(int pitch, Mark... marks) {
        List<Note> notes = pitch == 55 ? List.of(note(0, 8 * QUARTER, pitch))
                : IntStream.range(0, 8).mapToObj(i -> note((long) i * QUARTER, QUARTER, pitch)).toList();
        return new Part("", Instrument.PIANO, notes, List.of(), List.of(), new Notation(List.of(), List.of(), List.of(marks)));
    }

    private static Note note(long onset, long duration, int pitch) {
        return new Note(onset, duration, Pitch.of(pitch), 64);
    }

    private static Mark fermata(int quarter) {
        return new Mark.Articulation((long) quarter * QUARTER, 1, Mark.Sign.FERMATA);
    }

    private static Score score(Part... parts) {
        return new Score(QUARTER, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(parts), Metadata.NONE);
    }

    private static Score paused() {
        return score(part(72, new Mark.Articulation(0, 1, Mark.Sign.ACCENT), fermata(1), fermata(7)), part(64, fermata(2)), part(55), part(48));
    }

    @Test
    void theWayToEachFermataOfTheFirstPartThatHasAnyIsCounted() {
        int[] row = Contexts.row(TOLD.encode(paused()), 4);
        assertEquals(32, row.length);
        assertArrayEquals(new int[] {5, 4, 3, 2, 1}, Arrays.copyOf(row, 5), "the fermata at the second quarter");
        assertEquals(List.of(18, 18, 17, 17, 17, 16), List.of(row[5], row[8], row[9], row[11], row[12], row[13]), "24, 21, 20, 18, 17, 16 steps on, counting both");
        assertEquals(List.of(1, 24, 24), List.of(row[28], row[29], row[31]), "none comes after the last");
    }

    @Test
    void musicWithoutFermatasSaysNothingOfThem() {
        Score plain = score(part(72), part(64), part(55), part(48));
        assertArrayEquals(new int[32], Contexts.row(TOLD.encode(plain), 4));
        assertEquals(4, SatbTokenizer.SIXTEENTHS.encode(paused()).contextRows(), "without the option there is no such row");
    }

    @Test
    void everyVoicePausesWhereItSounds() {
        Score decoded = TOLD.decode(TOLD.encode(paused()));
        List<List<Long>> ticks = decoded.parts().stream().map(part -> part.notation().marks().stream().map(Mark::tick).toList()).toList();
        assertEquals(List.of(List.of(480L, 3360L), List.of(480L, 3360L), List.of(0L), List.of(480L, 3360L)), ticks);
        assertEquals(TOLD.encode(paused()), TOLD.encode(decoded));
    }

    @Test
    void fermatasJoinTheMarksThatAreThere() {
        Part marked = Fermatas.marked(part(64, new Mark.Articulation(960, 1, Mark.Sign.ACCENT)), new long[] {480, 1500});
        assertEquals(Stream.of("480 FERMATA", "960 ACCENT", "1440 FERMATA").toList(), marked.notation().marks().stream()
                .map(mark -> mark.tick() + " " + ((Mark.Articulation) mark).sign()).toList());
    }
}
