package dev.cadenza.score.midi;

import java.util.Arrays;

/// The notes that sound at a point of a track. A note-off ends the oldest sounding note of its pitch (first in, first out).
final class OpenNotes {

    private static final int NONE = -1;

    private final int[] oldest = new int[16 * 128];  // by channel << 7 | pitch
    private final int[] newest = new int[16 * 128];
    private int[] next = new int[64];                // by node: the next younger note of the pitch, or the next free node
    private int[] slot = new int[64];                // its place among the notes of its channel
    private int[] offset = new int[64];              // byte offset of its note-on
    private long[] onset = new long[64];
    private byte[] velocity = new byte[64];
    private int free = NONE;
    private int nodes;
    private int sounding;

    OpenNotes() {
        Arrays.fill(oldest, NONE);
    }

    boolean isEmpty() {
        return sounding == 0;
    }

    void begin(int channel, int pitch, long tick, int strength, int noteSlot, int at) {
        int node = free;
        if (node == NONE) {
            node = nodes++;
            if (node == next.length) {
                grow();
            }
        } else {
            free = next[node];
        }
        slot[node] = noteSlot;
        offset[node] = at;
        onset[node] = tick;
        velocity[node] = (byte) strength;
        next[node] = NONE;
        int key = channel << 7 | pitch;
        if (oldest[key] == NONE) {
            oldest[key] = node;
        } else {
            next[newest[key]] = node;
        }
        newest[key] = node;
        sounding++;
    }

    /// Ends the oldest note of the pitch at `tick`; false where none sounds.
    boolean end(ChannelTrack track, int channel, int pitch, long tick) {
        int key = channel << 7 | pitch;
        int node = oldest[key];
        if (node == NONE) {
            return false;
        }
        release(key, node);
        track.put(slot[node], onset[node], tick, pitch, velocity[node]);
        return true;
    }

    /// Ends all notes of the channel: at the first "all notes off" after their onset, or at `tick` as hanging notes.
    void endAll(ChannelTrack track, int channel, long tick, FaultLog log) {
        for (int pitch = 0; pitch < 128 && sounding > 0; pitch++) {
            int key = channel << 7 | pitch;
            while (oldest[key] != NONE) {
                int node = oldest[key];
                release(key, node);
                long silence = track.silenceAfter(onset[node]);
                if (silence < 0) {
                    log.repaired(Fault.NOTE_HANGING, offset[node]);
                }
                track.put(slot[node], onset[node], silence < 0 ? tick : silence, pitch, velocity[node]);
            }
        }
    }

    private void release(int key, int node) {
        oldest[key] = next[node];
        next[node] = free;
        free = node;
        sounding--;
    }

    private void grow() {
        int size = next.length * 2;
        next = Arrays.copyOf(next, size);
        slot = Arrays.copyOf(slot, size);
        offset = Arrays.copyOf(offset, size);
        onset = Arrays.copyOf(onset, size);
        velocity = Arrays.copyOf(velocity, size);
    }
}
