package dev.cadenza.corpus;

import java.util.Arrays;

/// Writes notes as MIDI-like events.
final class MidiLikeWriter {

    private final MidiLikeTokens tokens;
    private int[] out;
    private int size;
    private int now;

    private MidiLikeWriter(MidiLikeTokens tokens, int notes) {
        this.tokens = tokens;
        this.out = new int[5 * notes + 16];
    }

    static int[] tokens(MidiLikeTokens tokens, PackedNotes notes) {
        return new MidiLikeWriter(tokens, notes.size()).write(notes);
    }

    private int[] write(PackedNotes notes) {
        int[] gaps = notes.gaps(1);
        long[] ends = new long[notes.size()];
        for (int note = 0; note < ends.length; note++) {
            ends[note] = (long) (notes.step(note) + Math.min(notes.length(note), gaps[note])) << 7 | notes.pitch(note);
        }
        Arrays.sort(ends);
        int ended = 0;
        int velocity = -1;
        for (int note = 0; note < notes.size(); note++) {
            ended = end(ends, ended, notes.step(note));
            shift(notes.step(note));
            int loudness = notes.loudness(note, MidiLikeTokens.VELOCITIES);
            if (tokens.velocities() && loudness != velocity) {
                put(tokens.velocityToken(loudness));
                velocity = loudness;
            }
            put(tokens.on(notes.pitch(note)));
        }
        end(ends, ended, Integer.MAX_VALUE);
        return Arrays.copyOf(out, size);
    }

    /// Ends the notes that do so up to a step.
    private int end(long[] ends, int from, int until) {
        int next = from;
        while (next < ends.length && ends[next] >> 7 <= until) {
            shift((int) (ends[next] >> 7));
            put(tokens.off((int) ends[next] & 127));
            next++;
        }
        return next;
    }

    private void shift(int step) {
        while (now < step) {
            int shift = Math.min(step - now, tokens.longestShift());
            put(tokens.shiftToken(shift));
            now += shift;
        }
    }

    private void put(int token) {
        if (size == out.length) {
            out = Arrays.copyOf(out, 2 * size);
        }
        out[size++] = token;
    }
}
