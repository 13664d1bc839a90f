package dev.cadenza.score;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/// The notes of a part: an immutable list of [Note] whose numbers can also be had one by one.
///
/// Notes are held as columns of numbers, which takes a quarter of the memory of as many objects (12 bytes a note, 13 where
/// pitches are spelled). A note is made when it is asked for; who reads many asks for its numbers instead. As a list it
/// equals every list of the same notes.
///
/// Every [Part] holds its notes so: `Notes.of(part.notes())` costs nothing.
public abstract sealed class Notes extends AbstractList<Note> implements RandomAccess permits NoteColumns, NoteObjects {

    /// Onsets of rows stay below this.
    public static final long MAX_ROW_TICK = 1L << 49;

    Notes() {
    }

    /// A copy of a list in its order, or the list itself where it is of this kind.
    ///
    /// @throws NullPointerException where the list or a note is null
    public static Notes of(List<Note> notes) {
        if (notes instanceof Notes already) {
            return already;
        }
        Note[] all = notes.toArray(Note[]::new);
        for (Note note : all) {
            if (note.onset() >= MAX_ROW_TICK) {
                return new NoteObjects(List.of(all));
            }
        }
        return NoteColumns.of(all);
    }

    /// Notes in plain spelling from rows of numbers, as a reader collects them. They are put in the order of a part.
    ///
    /// @param keys the [#key] of each note, in ascending order of onset
    /// @param ends the ticks at which they end; a note lasts less than 2^50
    /// @param from the place of the first row in both
    /// @param count number of rows
    /// @throws IllegalArgumentException where a note is out of range, ends before it begins, or begins before the row before
    public static Notes ofRows(long[] keys, long[] ends, int from, int count) {
        return NoteColumns.rows(keys, ends, from, count);
    }

    /// Onset, pitch and velocity in one number.
    ///
    /// @param onset ticks, 0 up to [#MAX_ROW_TICK]
    /// @param midi 0..127
    /// @param velocity 1..127
    public static long key(long onset, int midi, int velocity) {
        return onset << 14 | (long) midi << 7 | velocity;
    }

    /// The onset of a note, in ticks.
    public abstract long onset(int index);

    /// The duration of a note, in ticks.
    public abstract long duration(int index);

    /// The MIDI key of a note, 0..127.
    public abstract int midi(int index);

    /// The velocity of a note, 1..127.
    public abstract int velocity(int index);

    /// The tick at which a note has ended.
    public long end(int index) {
        return onset(index) + duration(index);
    }

    /// The tick at which all notes have ended; 0 where there are none.
    public long end() {
        long end = 0;
        for (int i = 0; i < size(); i++) {
            end = Math.max(end, end(i));
        }
        return end;
    }
}
