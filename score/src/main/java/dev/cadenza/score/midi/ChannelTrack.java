package dev.cadenza.score.midi;

import dev.cadenza.score.Control;
import dev.cadenza.score.Note;
import dev.cadenza.score.Pitch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What one channel of one track holds: the makings of a part.
final class ChannelTrack {

    static final int NO_PROGRAM = -1;
    private static final int INSERTION_LIMIT = 32;
    private static final int SHARING_FROM = 1 << 14;

    private Note[] notes = new Note[8];
    private int count;
    private List<Control> controls = List.of();
    private int program = NO_PROGRAM;
    private long[] silences = {};
    private int silenceCount;
    private Note[] latest = {};

    /// Reserves the place of a note that begins now; places are in order of onset.
    int reserve() {
        if (count == notes.length) {
            notes = Arrays.copyOf(notes, count * 2);
        }
        return count++;
    }

    /// Fills a reserved place.
    void put(int slot, long onset, long end, int pitch, int velocity) {
        Note note = new Note(onset, end - onset, Pitch.of(pitch), velocity);
        notes[slot] = count < SHARING_FROM ? note : shared(note, pitch);
    }

    /// Very dense music repeats the same notes; one object then serves for all equal neighbours.
    private Note shared(Note note, int pitch) {
        if (latest.length == 0) {
            latest = new Note[128];
        }
        if (note.equals(latest[pitch])) {
            return latest[pitch];
        }
        latest[pitch] = note;
        return note;
    }

    void add(Control control) {
        if (controls.isEmpty()) {
            controls = new ArrayList<>();
        }
        controls.add(control);
    }

    /// The first program before the first note is the instrument; any other is a change.
    void program(long tick, int value) {
        if (program == NO_PROGRAM && count == 0) {
            program = value;
        } else {
            add(new Control.ProgramChange(tick, value));
        }
    }

    int program() {
        return program;
    }

    /// Remembers an "all notes off".
    void silence(long tick) {
        if (silenceCount == silences.length) {
            silences = Arrays.copyOf(silences, Math.max(4, silenceCount * 2));
        }
        silences[silenceCount++] = tick;
    }

    /// The first "all notes off" at or after a tick, -1 for none.
    long silenceAfter(long tick) {
        int low = 0;
        int high = silenceCount;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (silences[middle] < tick) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == silenceCount ? -1 : silences[low];
    }

    List<Control> controls() {
        return List.copyOf(controls);
    }

    /// The notes in the order of a part. All notes must have ended.
    List<Note> notes() {
        Note[] all = count == notes.length ? notes : Arrays.copyOf(notes, count);
        int from = 0;
        while (from < count) {
            long onset = all[from].onset();
            int to = from + 1;
            boolean ordered = true;
            while (to < count && all[to].onset() == onset) {
                ordered &= Note.ORDER.compare(all[to - 1], all[to]) <= 0;
                to++;
            }
            if (!ordered) {
                sort(all, from, to);
            }
            from = to;
        }
        return List.of(all);
    }

    private static void sort(Note[] notes, int from, int to) {
        if (to - from > INSERTION_LIMIT) {
            Arrays.sort(notes, from, to, Note.ORDER);
            return;
        }
        for (int i = from + 1; i < to; i++) {
            Note note = notes[i];
            int j = i;
            while (j > from && Note.ORDER.compare(notes[j - 1], note) > 0) {
                notes[j] = notes[j - 1];
                j--;
            }
            notes[j] = note;
        }
    }
}
