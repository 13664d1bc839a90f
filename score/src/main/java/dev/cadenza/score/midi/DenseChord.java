package dev.cadenza.score.midi;

import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import java.util.Arrays;

/// Puts very many notes that begin at one tick in order, in little time and memory: up to a million are met in the wild.
///
/// @param onset where they begin
/// @param size how many there are
record DenseChord(long onset, int size) {

    /// Durations below this fit into a key beside pitch and velocity, seven bits each.
    private static final long MAX_DURATION = 1L << 50;

    /// Writes the notes of the rows from `from` on, in order, to the same places of `all`. Equal notes are one object.
    void sort(NoteTable table, int from, Note[] all) {
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (int row = from; row < from + size; row++) {
            shortest = Math.min(shortest, table.duration(row));
            longest = Math.max(longest, table.duration(row));
        }
        if (shortest == longest) {
            sortOfOneLength(table, from, all);
        } else if (longest < MAX_DURATION) {
            sortByKeys(table, from, all);
        } else {
            for (int row = from; row < from + size; row++) {
                all[row] = table.note(row);
            }
            Arrays.sort(all, from, from + size, Note.ORDER);
        }
    }

    private void sortOfOneLength(NoteTable table, int from, Note[] all) {
        int[] counts = new int[128 * 128];
        for (int row = from; row < from + size; row++) {
            counts[table.pitch(row) << 7 | table.velocity(row)]++;
        }
        int at = from;
        for (int kind = 0; kind < counts.length; kind++) {
            if (counts[kind] > 0) {
                Note note = new Note(onset, table.duration(from), Pitch.of(kind >> 7), kind & 127);
                Arrays.fill(all, at, at + counts[kind], note);
                at += counts[kind];
            }
        }
    }

    private void sortByKeys(NoteTable table, int from, Note[] all) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            int row = from + i;
            // The lower half of the pitches gets the negative keys.
            keys[i] = (long) (table.pitch(row) - 64) << 57 | table.duration(row) << 7 | table.velocity(row);
        }
        Arrays.sort(keys);
        for (int i = 0; i < size; i++) {
            boolean repeated = i > 0 && keys[i] == keys[i - 1];
            all[from + i] = repeated ? all[from + i - 1] : new Note(onset, keys[i] >> 7 & MAX_DURATION - 1,
                    Pitch.of((int) (keys[i] >> 57) + 64), (int) keys[i] & 127);
        }
    }
}
