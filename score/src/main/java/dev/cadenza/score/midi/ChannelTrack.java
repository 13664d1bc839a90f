package dev.cadenza.score.midi;

import dev.cadenza.score.Control;
import dev.cadenza.score.Note;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What one channel of one track holds: the makings of a part.
final class ChannelTrack {

    static final int NO_PROGRAM = -1;

    private final NoteTable notes;
    private List<Control> controls = List.of();
    private int program = NO_PROGRAM;
    private long[] silences = {};  // where "all notes off" stands
    private int silenceCount;

    /// @param notes an empty table
    ChannelTrack(NoteTable notes) {
        this.notes = notes;
    }

    NoteTable table() {
        return notes;
    }

    /// Ends the notes that still sound: at the first "all notes off" after their onset, or at `tick` as hanging notes.
    void endAll(long tick, FaultLog log) {
        for (int pitch = 0; pitch < 128; pitch++) {
            for (long onset = notes.oldestOnset(pitch); onset >= 0; onset = notes.oldestOnset(pitch)) {
                long silence = silenceAfter(onset);
                if (silence < 0) {
                    log.repaired(Fault.NOTE_HANGING, notes.oldestOffset(pitch));
                }
                notes.end(pitch, silence < 0 ? tick : silence);
            }
        }
    }

    void add(Control control) {
        if (controls.isEmpty()) {
            controls = new ArrayList<>();
        }
        controls.add(control);
    }

    /// The first program before the first note is the instrument; any other is a change.
    void program(long tick, int value) {
        if (program == NO_PROGRAM && notes.count() == 0) {
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
    private long silenceAfter(long tick) {
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
        return notes.toNotes();
    }
}
