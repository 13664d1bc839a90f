package dev.cadenza.score.midi;

import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import java.util.Arrays;
import java.util.List;

/// The notes of one channel of one track while they are read: a row a note, in order of onset.
///
/// A note-off ends the oldest sounding note of its pitch (first in, first out).
final class NoteTable {

    private static final int INSERTION_LIMIT = 24;
    private static final int SHARING_FROM = 1 << 14;

    private final byte[] data;
    private final int[] oldest = new int[128];  // by pitch: row + 1 of the oldest sounding note, 0 for none
    private final int[] newest = new int[128];  // by pitch: row of the youngest, where there is an oldest
    private long[] onset;
    private long[] duration;                    // while the note sounds: row + 1 of the next younger one of its pitch
    private int[] body;                         // offset of its pitch, which its velocity follows
    private int count;

    NoteTable(byte[] data) {
        int rows = Math.clamp(data.length / 8, 16, 4096);
        this.data = data;
        onset = new long[rows];
        duration = new long[rows];
        body = new int[rows];
    }

    /// Forgets the notes, all of which must have ended.
    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /// Begins a note.
    ///
    /// @param at offset of its pitch
    void begin(int pitch, long tick, int at) {
        int row = count;
        if (row == body.length) {
            grow();
        }
        count = row + 1;
        onset[row] = tick;
        duration[row] = 0;
        body[row] = at;
        if (oldest[pitch] == 0) {
            oldest[pitch] = row + 1;
        } else {
            duration[newest[pitch]] = row + 1;
        }
        newest[pitch] = row;
    }

    /// Ends the oldest sounding note of the pitch; false where none sounds.
    boolean end(int pitch, long tick) {
        int row = oldest[pitch] - 1;
        if (row < 0) {
            return false;
        }
        oldest[pitch] = (int) duration[row];
        duration[row] = tick - onset[row];
        return true;
    }

    /// The onset of the oldest sounding note of a pitch, -1 where none sounds.
    long oldestOnset(int pitch) {
        return oldest[pitch] == 0 ? -1 : onset[oldest[pitch] - 1];
    }

    /// The offset of the pitch of the oldest sounding note of a pitch.
    int oldestOffset(int pitch) {
        return body[oldest[pitch] - 1];
    }

    /// The notes in the order of a part. All notes must have ended.
    List<Note> toList() {
        Note[] all = new Note[count];
        Note[] latest = count < SHARING_FROM ? new Note[0] : new Note[128];
        int from = 0;
        while (from < all.length) {
            long begin = onset[from];
            int to = from + 1;
            while (to < all.length && onset[to] == begin) {
                to++;
            }
            if (to - from > INSERTION_LIMIT) {
                new DenseChord(begin, to - from).sort(this, from, all);
            } else {
                for (int row = from; row < to; row++) {
                    insert(all, from, row, latest.length == 0 ? note(row) : shared(note(row), latest));
                }
            }
            from = to;
        }
        return List.of(all);
    }

    Note note(int row) {
        return new Note(onset[row], duration[row], Pitch.of(pitch(row)), velocity(row));
    }

    int pitch(int row) {
        return data[body[row]];
    }

    int velocity(int row) {
        int velocity = data[body[row] + 1];
        return velocity < 0 ? 127 : velocity;
    }

    long duration(int row) {
        return duration[row];
    }

    /// Very dense music repeats the same notes; one object then serves for all equal neighbours.
    private static Note shared(Note note, Note[] latest) {
        int pitch = note.pitch().midi();
        if (!note.equals(latest[pitch])) {
            latest[pitch] = note;
        }
        return latest[pitch];
    }

    /// Puts a note in its place among those from `from` up to before `last`.
    private static void insert(Note[] notes, int from, int last, Note note) {
        int i = last;
        while (i > from && Note.ORDER.compare(notes[i - 1], note) > 0) {
            notes[i] = notes[i - 1];
            i--;
        }
        notes[i] = note;
    }

    private void grow() {
        int size = count * 2;
        onset = Arrays.copyOf(onset, size);
        duration = Arrays.copyOf(duration, size);
        body = Arrays.copyOf(body, size);
    }
}
