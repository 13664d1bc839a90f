package dev.cadenza.corpus;

import dev.cadenza.score.Notes;
import dev.cadenza.score.Score;
import java.util.Arrays;

/// The notes of a score on the grid, by step, then by slot, then by pitch. Of those that begin together on one pitch of a
/// slot the longest stays.
final class PackedNotes {

    /// A note is one number: step, slot, pitch, length, loudness, so that numbers in order are notes in order.
    private static final int LOUDNESS_BITS = 5;
    private static final int LENGTH_BITS = 20;
    private static final int PITCH_BITS = 7;
    private static final int SLOT_BITS = 10;
    private static final int PITCH_SHIFT = LOUDNESS_BITS + LENGTH_BITS;
    private static final int SLOT_SHIFT = PITCH_SHIFT + PITCH_BITS;
    private static final int STEP_SHIFT = SLOT_SHIFT + SLOT_BITS;

    /// Whether a slot has a place for a pitch.
    interface Room {
        boolean holds(int slot, int midi);
    }

    private final long[] notes;

    private PackedNotes(long[] notes) {
        this.notes = notes;
    }

    /// @param slots for each part the slot its notes belong to, less than 0 to leave it out
    /// @param room which pitches stay
    static PackedNotes of(Score score, Grid grid, int[] slots, Room room) {
        int most = 0;
        for (int part = 0; part < slots.length; part++) {
            most += slots[part] < 0 ? 0 : score.parts().get(part).notes().size();
        }
        long[] all = new long[most];
        int count = 0;
        for (int part = 0; part < slots.length; part++) {
            if (slots[part] >= 0) {
                Notes from = Notes.of(score.parts().get(part).notes());
                for (int note = 0; note < from.size(); note++) {
                    if (room.holds(slots[part], from.midi(note))) {
                        all[count++] = pack(from, note, slots[part], grid);
                    }
                }
            }
        }
        Arrays.sort(all, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i + 1 == count || all[i] >>> PITCH_SHIFT != all[i + 1] >>> PITCH_SHIFT) {
                all[kept++] = all[i];
            }
        }
        return new PackedNotes(Arrays.copyOf(all, kept));
    }

    private static long pack(Notes from, int note, int slot, Grid grid) {
        long start = grid.step(from.onset(note));
        long length = Math.clamp(grid.step(from.end(note)) - start, 1, (1 << LENGTH_BITS) - 1);
        return start << STEP_SHIFT | (long) slot << SLOT_SHIFT | (long) from.midi(note) << PITCH_SHIFT
                | length << LOUDNESS_BITS | from.velocity(note) * (1 << LOUDNESS_BITS) / 128;
    }

    int size() {
        return notes.length;
    }

    /// The step at which a note begins.
    int step(int note) {
        return (int) (notes[note] >>> STEP_SHIFT);
    }

    int slot(int note) {
        return (int) (notes[note] >>> SLOT_SHIFT) & (1 << SLOT_BITS) - 1;
    }

    int pitch(int note) {
        return (int) (notes[note] >>> PITCH_SHIFT) & (1 << PITCH_BITS) - 1;
    }

    /// Steps, 1 or more.
    int length(int note) {
        return (int) (notes[note] >>> LOUDNESS_BITS) & (1 << LENGTH_BITS) - 1;
    }

    /// Loudness as one of `numbers` equal ranges, at most 32.
    int loudness(int note, int numbers) {
        return ((int) notes[note] & (1 << LOUDNESS_BITS) - 1) * numbers >> LOUDNESS_BITS;
    }

    /// For each note the steps until its slot and pitch begin anew.
    ///
    /// @param slots number of slots
    int[] gaps(int slots) {
        int[] gaps = new int[notes.length];
        int[] next = new int[slots << PITCH_BITS];
        Arrays.fill(next, Integer.MAX_VALUE);
        for (int note = notes.length - 1; note >= 0; note--) {
            int key = slot(note) << PITCH_BITS | pitch(note);
            gaps[note] = next[key] - step(note);
            next[key] = step(note);
        }
        return gaps;
    }
}
