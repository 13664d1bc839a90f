package dev.cadenza.evaluate.originality;

/// From one note of a line to the next: the interval, and the time between their beginnings in twelfths of a quarter note.
/// Neither changes when music is transposed.
final class Step {

    /// Codes are below this.
    static final int CODES = 1 << 15;
    /// Steps a passage has; it has one note more.
    static final int PASSAGE = 4;

    private static final int CODE_BITS = 15;
    private static final int TIMES = 128;
    private static final int LONGEST = 96;
    private static final int PER_QUARTER = 12;

    private Step() {
    }

    /// The codes of a line's steps; one fewer than it has notes.
    static int[] codes(Line line) {
        int[] codes = new int[Math.max(0, line.size() - 1)];
        for (int i = 0; i < codes.length; i++) {
            long ticks = line.onsets()[i + 1] - line.onsets()[i];
            // Longer than eight quarters is long: where a line rests, nobody counts.
            long time = ticks >= (long) LONGEST / PER_QUARTER * line.resolution() ? LONGEST
                    : (2 * ticks * PER_QUARTER + line.resolution()) / (2L * line.resolution());
            codes[i] = (line.pitches()[i + 1] - line.pitches()[i] + TIMES) * TIMES + (int) Math.min(LONGEST, time);
        }
        return codes;
    }

    /// The hash of each passage of a line, 64 bits; the first begins with the first note. Different passages have different ones:
    /// four codes fill 60 bits, which are only mixed.
    static long[] hashes(int[] codes) {
        long[] hashes = new long[Math.max(0, codes.length - PASSAGE + 1)];
        for (int i = 0; i < hashes.length; i++) {
            long key = 0;
            for (int k = 0; k < PASSAGE; k++) {
                key = key << CODE_BITS | codes[i + k];
            }
            hashes[i] = mixed(key);
        }
        return hashes;
    }

    /// The finalizer of MurmurHash3 (Appleby, 2011), which loses nothing.
    private static long mixed(long key) {
        long mixed = (key ^ key >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }

    /// What of a hash is stored.
    static int stored(long hash) {
        return (int) (hash >>> 32);
    }

    /// The pitch a passage begins with, hidden: only who has the passage can undo it.
    static byte veiled(int pitch, long hash) {
        return (byte) (pitch + hash & 0x7F);
    }

    /// The pitch that was hidden.
    static int unveiled(byte veiled, long hash) {
        return (int) (veiled - hash & 0x7F);
    }
}
