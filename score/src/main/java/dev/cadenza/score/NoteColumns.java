package dev.cadenza.score;

import java.util.Arrays;

/// Notes as columns: for each a key (onset, pitch, velocity) and its duration; longer durations and other spellings than the
/// plain one have columns that are there only where they are needed.
final class NoteColumns extends Notes {

    /// Durations of rows have so many bits.
    static final int DURATION_BITS = 50;

    private static final int[] NO_HIGH = {};
    private static final byte[] PLAIN = {};
    private static final NoteColumns EMPTY = new NoteColumns(new long[0], new int[0], NO_HIGH, PLAIN);

    private final long[] keys;
    private final int[] low;         // the lower half of durations
    private final int[] high;        // the upper half; empty where all are 0
    private final byte[] spellings;  // numbers of spellings; empty where all are plain

    private NoteColumns(long[] keys, int[] low, int[] high, byte[] spellings) {
        this.keys = keys;
        this.low = low;
        this.high = high;
        this.spellings = spellings;
    }

    static NoteColumns of(Note[] notes) {
        if (notes.length == 0) {
            return EMPTY;
        }
        long[] keys = new long[notes.length];
        long[] durations = new long[notes.length];
        byte[] spellings = new byte[notes.length];
        boolean plain = true;
        for (int i = 0; i < notes.length; i++) {
            Note note = notes[i];
            Pitch pitch = note.pitch();
            keys[i] = key(note.onset(), pitch.midi(), note.velocity());
            durations[i] = note.duration();
            spellings[i] = (byte) pitch.spelling().number();
            plain &= pitch.spelling().equals(Spelling.plain(pitch.midi()));
        }
        return of(keys, durations, plain ? PLAIN : spellings);
    }

    static NoteColumns rows(long[] keys, long[] ends, int from, int count) {
        if (count == 0) {
            return EMPTY;
        }
        long[] own = Arrays.copyOfRange(keys, from, from + count);
        int[] low = new int[count];
        // The highest bit of these numbers tells what is wrong: loops without branches take little of the time of a reader.
        long wrong = own[0] | (own[0] & 127) - 1;
        long unordered = 0;
        for (int i = 1; i < count; i++) {
            wrong |= own[i] | (own[i] & 127) - 1 | (own[i] >>> 14) - (own[i - 1] >>> 14);
            unordered |= (own[i] >>> 7) - (own[i - 1] >>> 7) - 1;
        }
        long all = 0;
        for (int i = 0; i < count; i++) {
            long duration = ends[from + i] - (own[i] >>> 14);
            low[i] = (int) duration;
            all |= duration;
        }
        if (wrong < 0 || all >>> DURATION_BITS != 0) {
            throw new IllegalArgumentException("a note is out of range, ends before it begins, or is not in order of onset");
        }
        if (unordered >= 0 && all >>> 32 == 0) {
            return new NoteColumns(own, low, NO_HIGH, PLAIN);
        }
        long[] durations = new long[count];
        for (int i = 0; i < count; i++) {
            durations[i] = ends[from + i] - (own[i] >>> 14);
        }
        ChordOrder.sort(own, durations);
        return of(own, durations, PLAIN);
    }

    private static NoteColumns of(long[] keys, long[] durations, byte[] spellings) {
        int[] low = new int[durations.length];
        long all = 0;
        for (int i = 0; i < low.length; i++) {
            low[i] = (int) durations[i];
            all |= durations[i];
        }
        int[] high = NO_HIGH;
        if (all >>> 32 != 0) {
            high = new int[low.length];
            for (int i = 0; i < high.length; i++) {
                high[i] = (int) (durations[i] >>> 32);
            }
        }
        return new NoteColumns(keys, low, high, spellings);
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public Note get(int index) {
        long key = keys[index];
        int midi = (int) key >>> 7 & 127;
        Pitch pitch = spellings.length == 0 ? Pitch.of(midi) : new Pitch(midi, Spelling.of(spellings[index]));
        return new Note(key >>> 14, duration(index), pitch, (int) key & 127);
    }

    @Override
    public long onset(int index) {
        return keys[index] >>> 14;
    }

    @Override
    public long duration(int index) {
        long lower = low[index] & 0xFFFFFFFFL;
        return high.length == 0 ? lower : (long) high[index] << 32 | lower;
    }

    @Override
    public int midi(int index) {
        return (int) keys[index] >>> 7 & 127;
    }

    @Override
    public int velocity(int index) {
        return (int) keys[index] & 127;
    }

    @Override
    public boolean equals(Object other) {
        if (other instanceof NoteColumns that) {
            return Arrays.equals(keys, that.keys) && Arrays.equals(low, that.low) && Arrays.equals(high, that.high)
                    && Arrays.equals(spellings, that.spellings);
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
