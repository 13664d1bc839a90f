package dev.cadenza.score.midi;

import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import java.util.Arrays;
import java.util.List;

/// The notes of one channel of one track while they are read: a row a note, in order of onset.
///
/// A note-off ends the oldest sounding note of its pitch (first in, first out). A table can be used again and again.
final class NoteTable {

    private static final int INSERTION_LIMIT = 24;
    private static final int SHARING_FROM = 1 << 14;

    private final int[] oldest = new int[128];  // by pitch: 0 where none sounds, row + 1 where one does; -(row + 1) of the oldest where several do
    private final int[] newest = new int[128];  // by pitch: row of the youngest where several sound
    private byte[] data;
    private long[] time;                        // onset and end of each row; while several sound, row + 1 of the next younger one as the end
    private int[] body;                         // at row + 1 the offset of its pitch, which its velocity follows; place 0 is never read
    private int rows;
    private int count;

    /// @param data the file, up to `length`
    NoteTable(byte[] data, int length) {
        this.data = data;
        allocate(Math.clamp(length / 8, 16, 4096));
    }

    /// Forgets the notes, all of which must have ended, for those of another track or file.
    void reuse(byte[] other) {
        data = other;
        count = 0;
    }

    int count() {
        return count;
    }

    /// For how many notes there is room.
    int rows() {
        return rows;
    }

    /// Begins a note, or ends the oldest sounding note of the pitch; false where that has none to end.
    ///
    /// Which of both comes next cannot be foreseen, so the usual case (a key goes down that was up, or the reverse) does
    /// without a branch on it.
    ///
    /// @param on 1 to begin, 0 to end
    /// @param at offset of the pitch
    boolean take(int on, int pitch, long tick, int at) {
        int held = oldest[pitch];
        int up = held - 1 >>> 31;
        if ((on ^ up | held >>> 31) != 0 || count == rows) {
            return on == 1 ? begin(pitch, tick, at) : end(pitch, tick);
        }
        int mask = -on;
        int row = count & mask | held - 1 & ~mask;
        time[row << 1 | 1 - on] = tick;
        body[row + 1 & mask] = at;
        oldest[pitch] = row + 1 & mask;
        count += on;
        return true;
    }

    private boolean begin(int pitch, long tick, int at) {
        if (count == rows) {
            allocate(rows * 2);
        }
        int row = count++;
        int held = oldest[pitch];
        time[row << 1] = tick;
        body[row + 1] = at;
        if (held == 0) {
            oldest[pitch] = row + 1;
        } else {
            int before = held > 0 ? held - 1 : newest[pitch];
            time[before << 1 | 1] = row + 1;
            oldest[pitch] = -Math.abs(held);
            newest[pitch] = row;
        }
        return true;
    }

    /// Ends the oldest sounding note of the pitch; false where none sounds.
    boolean end(int pitch, long tick) {
        int held = oldest[pitch];
        if (held == 0) {
            return false;
        }
        int end = Math.abs(held) - 1 << 1 | 1;
        int next = held > 0 ? 0 : (int) time[end];
        time[end] = tick;
        oldest[pitch] = next == 0 || next == newest[pitch] + 1 ? next : -next;
        return true;
    }

    /// The onset of the oldest sounding note of a pitch, -1 where none sounds.
    long oldestOnset(int pitch) {
        return oldest[pitch] == 0 ? -1 : onset(Math.abs(oldest[pitch]) - 1);
    }

    /// The offset of the pitch of the oldest sounding note of a pitch.
    int oldestOffset(int pitch) {
        return body[Math.abs(oldest[pitch])];
    }

    /// The notes in the order of a part. All notes must have ended.
    List<Note> toList() {
        Note[] all = new Note[count];
        Note[] latest = count < SHARING_FROM ? new Note[0] : new Note[128];
        int first = 0;
        long before = -1;
        for (int row = 0; row < all.length; row++) {
            long begin = time[row << 1];
            Note note = note(row);
            if (latest.length > 0) {
                note = shared(note, latest);
            }
            if (begin != before) {
                before = begin;
                first = row;
                all[row] = note;
            } else if (row - first < INSERTION_LIMIT) {
                insert(all, first, row, note);
            } else {
                row = endOfChord(row);
                new DenseChord(begin, row + 1 - first).sort(this, first, all);
            }
        }
        return List.of(all);
    }

    /// The last row of the same onset.
    private int endOfChord(int row) {
        int last = row;
        while (last + 1 < count && onset(last + 1) == onset(row)) {
            last++;
        }
        return last;
    }

    Note note(int row) {
        return new Note(onset(row), duration(row), Pitch.of(pitch(row)), velocity(row));
    }

    private long onset(int row) {
        return time[row << 1];
    }

    int pitch(int row) {
        return data[body[row + 1]];
    }

    int velocity(int row) {
        int velocity = data[body[row + 1] + 1];
        return velocity < 0 ? 127 : velocity;
    }

    long duration(int row) {
        return time[row << 1 | 1] - time[row << 1];
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

    private void allocate(int size) {
        time = count == 0 ? new long[2 * size] : Arrays.copyOf(time, 2 * size);
        body = count == 0 ? new int[size + 1] : Arrays.copyOf(body, size + 1);
        rows = size;
    }
}
