package dev.cadenza.score.midi;

import dev.cadenza.score.Notes;
import java.util.Arrays;

/// The notes of one channel of one track while they are read: a row a note, in order of onset, from row 1 on.
///
/// A note-off ends the oldest sounding note of its pitch (first in, first out). A table can be used again and again. Its
/// fields are open to [TrackParser], which does the usual case (a key goes down that was up, or the reverse) by itself.
final class NoteTable {

    final int[] oldest = new int[128];          // by pitch: 0 where none sounds, its row where one does; -row of the oldest where several do
    long[] keys;                                // of each row
    long[] ends;                                // the end of each row; while it sounds, the offset of its pitch. Row 0 is never read
    int next = 1;                               // the row of the next note
    int rows;                                   // this row is out of the table
    private final int[] newest = new int[128];  // by pitch: row of the youngest where several sound
    private int[] younger = {};                 // while several sound, the row of the next younger one

    /// @param length of the file
    NoteTable(int length) {
        allocate(Math.clamp(length / 8, 16, 4096));
    }

    /// Forgets the notes, all of which must have ended, for those of another track or file.
    void reuse() {
        next = 1;
    }

    int count() {
        return next - 1;
    }

    /// For how many rows there is room.
    int rows() {
        return rows;
    }

    /// Begins a note, or ends the oldest sounding note of the pitch; false where that has none to end.
    ///
    /// @param at offset of the pitch
    boolean take(boolean on, int pitch, int velocity, long tick, int at) {
        if (!on) {
            return end(pitch, tick);
        }
        if (next == rows) {
            allocate(rows * 2);
        }
        int row = next++;
        int held = oldest[pitch];
        keys[row] = Notes.key(tick, pitch, velocity);
        ends[row] = at;
        if (held == 0) {
            oldest[pitch] = row;
        } else {
            if (younger.length < rows) {
                younger = Arrays.copyOf(younger, rows);
            }
            younger[held > 0 ? held : newest[pitch]] = row;
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
        ends[Math.abs(held)] = tick;
        int following = held > 0 ? 0 : younger[-held];
        oldest[pitch] = following == 0 || following == newest[pitch] ? following : -following;
        return true;
    }

    /// The onset of the oldest sounding note of a pitch, -1 where none sounds.
    long oldestOnset(int pitch) {
        return oldest[pitch] == 0 ? -1 : keys[Math.abs(oldest[pitch])] >>> 14;
    }

    /// The offset of the pitch of the oldest sounding note of a pitch.
    int oldestOffset(int pitch) {
        return (int) ends[Math.abs(oldest[pitch])];
    }

    /// The notes in the order of a part. All notes must have ended.
    Notes toNotes() {
        return Notes.ofRows(keys, ends, 1, count());
    }

    private void allocate(int size) {
        keys = keys == null ? new long[size] : Arrays.copyOf(keys, size);
        ends = ends == null ? new long[size] : Arrays.copyOf(ends, size);
        rows = size;
    }
}
