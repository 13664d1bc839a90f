package dev.cadenza.score.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.Note;
import dev.cadenza.score.midi.Keyboard.Move;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Note-ons in are notes out and notes reported, whatever is played.
class NoteCountTest {

    private static final int LONG_STEP = 1 << 20;

    @Provide
    Arbitrary<List<List<Move>>> tracks() {
        Arbitrary<Move> move = Combinators.combine(
                Arbitraries.oneOf(Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, LONG_STEP)),
                Arbitraries.frequencyOf(Tuple.of(12, Arbitraries.of(Move.Kind.ON, Move.Kind.OFF, Move.Kind.SILENT_ON)),
                        Tuple.of(2, Arbitraries.of(Move.Kind.class))),
                Arbitraries.integers().between(0, 2), Arbitraries.integers().between(60, 63), Arbitraries.integers().between(1, 127),
                Arbitraries.of(true, true, false)).as(Move::new);
        return move.list().ofMaxSize(60).list().ofMinSize(1).ofMaxSize(4);
    }

    /// What is read equals what a slow and simple keyboard makes of the same moves, note for note.
    @Property(tries = 1500)
    void everyNoteOnIsANote(@ForAll("tracks") List<List<Move>> tracks, @ForAll @IntRange(max = 2) int format) {
        Keyboard keyboard = new Keyboard(format, format == 0 ? tracks.subList(0, 1) : tracks);
        MidiRead read = MidiReader.read("moves", keyboard.bytes());
        MidiFaultsTest.assertSound(read);
        assertEquals(new NoteCount(keyboard.ons(), keyboard.ons(), 0), read.noteCount());
        assertEquals(keyboard.notes(), read.score().parts().stream().flatMap(part -> part.notes().stream()).sorted(Note.ORDER).toList());
        assertEquals(keyboard.hanging(), reported(read, Fault.NOTE_HANGING));
        assertEquals(keyboard.orphans(), reported(read, Fault.NOTE_OFF_ORPHAN));
    }

    /// Damage may change what is there; what is there is still counted.
    @Property(tries = 2000)
    void damageLosesNothingSilently(@ForAll("tracks") List<List<Move>> tracks, @ForAll @IntRange(max = 2) int format,
            @ForAll @Size(min = 1, max = 8) List<Integer> changes) {
        byte[] bytes = new Keyboard(format, tracks).bytes();
        for (int change : changes) {
            bytes[Math.floorMod(change >> 8, bytes.length)] = (byte) change;
        }
        MidiFaultsTest.assertMusicOrRefusal(bytes, MidiReadOptions.TOLERANT);
        MidiFaultsTest.assertMusicOrRefusal(bytes, MidiReadOptions.STRICT);
    }

    @Test
    void aCountThatDoesNotAddUpIsABug() {
        assertThrows(AssertionError.class, () -> new NoteCount(3, 2, 0));
    }

    /// How often a fault was reported: the first sixteen one by one, the others in one sentence with their number.
    private static long reported(MidiRead read, Fault fault) {
        return read.diagnostics().stream().filter(d -> d.code().equals(fault.name()))
                .mapToLong(d -> d.message().startsWith("the same was found ")
                        ? Long.parseLong(d.message().replaceAll("\\D", "")) : 1).sum();
    }
}
