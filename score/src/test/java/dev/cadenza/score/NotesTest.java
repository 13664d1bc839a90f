package dev.cadenza.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NotesTest {

    private static final List<Spelling> SPELLINGS = Stream.of(Letter.values())
            .flatMap(letter -> IntStream.rangeClosed(-2, 2).mapToObj(alter -> new Spelling(letter, alter))).toList();

    private static Arbitrary<Long> lengths() {
        return Arbitraries.oneOf(Arbitraries.longs().between(0, 3), Arbitraries.longs().between(0, 1L << 34));
    }

    @Provide
    Arbitrary<List<Note>> plain() {
        return Combinators.combine(lengths(), lengths(), Arbitraries.integers().between(58, 62), Arbitraries.integers().between(1, 127))
                .as((onset, duration, midi, velocity) -> new Note(onset, duration, Pitch.of(midi), velocity)).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Note>> any() {
        return Combinators.combine(Arbitraries.oneOf(lengths(), Arbitraries.longs().between(0, Long.MAX_VALUE)),
                Arbitraries.oneOf(lengths(), Arbitraries.longs().between(0, Long.MAX_VALUE)), Arbitraries.integers().between(0, 9),
                Arbitraries.of(SPELLINGS), Arbitraries.integers().between(1, 127)).as((onset, duration, octave, spelling, velocity) ->
                        new Note(onset, duration, new Pitch(12 * octave + spelling.pitchClass(), spelling), velocity)).list().ofMaxSize(20);
    }

    @Property(tries = 500)
    void isTheListItWasMadeOf(@ForAll("any") List<Note> list) {
        Notes notes = Notes.of(list);
        assertEquals(list, notes);
        assertEquals(notes, list);
        assertEquals(List.copyOf(list).hashCode(), notes.hashCode());
        assertEquals(notes, Notes.of(new ArrayList<>(list)));
        assertSame(notes, Notes.of(notes));
        for (int i = 0; i < list.size(); i++) {
            Note note = list.get(i);
            assertEquals(note, new Note(notes.onset(i), notes.duration(i), new Pitch(notes.midi(i), note.pitch().spelling()),
                    notes.velocity(i)));
        }
    }

    @Property(tries = 500)
    void anyOtherNoteMakesAnotherList(@ForAll("any") List<Note> list, @ForAll("any") List<Note> other) {
        assertEquals(list.equals(other), Notes.of(list).equals(Notes.of(other)));
        for (int i = 0; i < list.size(); i++) {
            List<Note> changed = new ArrayList<>(list);
            Note note = list.get(i);
            changed.set(i, new Note(note.onset(), note.duration(), note.pitch(), note.velocity() % 127 + 1));
            assertNotEquals(Notes.of(list), Notes.of(changed));
            changed.set(i, new Note(note.onset(), note.duration() ^ 1L << 40, note.pitch(), note.velocity()));
            assertNotEquals(Notes.of(list), Notes.of(changed));
        }
    }

    @Property(tries = 500)
    void rowsComeInTheOrderOfAPart(@ForAll("plain") List<Note> list) {
        List<Note> byOnset = list.stream().sorted(Comparator.comparingLong(Note::onset)).toList();
        long[] keys = new long[list.size() + 1];
        long[] ends = new long[keys.length];
        for (int i = 0; i < list.size(); i++) {
            Note note = byOnset.get(i);
            keys[i + 1] = Notes.key(note.onset(), note.pitch().midi(), note.velocity());
            ends[i + 1] = note.end();
        }
        Notes notes = Notes.ofRows(keys, ends, 1, list.size());
        assertEquals(list.stream().sorted(Note.ORDER).toList(), notes);
        assertEquals(list.stream().mapToLong(Note::end).max().orElse(0), notes.end());
    }

    @Test
    void refusesRowsThatAreNoNotes() {
        long key = Notes.key(5, 60, 80);
        for (long[][] rows : new long[][][] {{{key}, {4}}, {{Notes.key(5, 60, 0)}, {9}}, {{-1}, {9}}, {{key}, {5 + (1L << 50)}},
                {{key, Notes.key(4, 60, 80)}, {6, 6}}, {{key, Notes.key(6, 60, 0)}, {6, 6}}}) {
            assertThrows(IllegalArgumentException.class, () -> Notes.ofRows(rows[0], rows[1], 0, rows[0].length));
        }
        assertEquals(List.of(new Note(5, 0, Pitch.of(60), 80)), Notes.ofRows(new long[] {key}, new long[] {5}, 0, 1));
    }

    @Test
    void cannotBeChanged() {
        List<Note> source = new ArrayList<>(List.of(new Note(0, 1, Pitch.of(60), 80)));
        Notes notes = Notes.of(source);
        source.clear();
        assertEquals(1, notes.size());
        assertThrows(UnsupportedOperationException.class, notes::removeFirst);
    }
}
