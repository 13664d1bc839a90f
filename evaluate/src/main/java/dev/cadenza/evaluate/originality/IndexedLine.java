package dev.cadenza.evaluate.originality;

import java.util.Arrays;

/// A line of an indexed piece: its passages as hashes.
///
/// @param piece number of its piece, from 0
/// @param hashes of its passages, in their order
/// @param pitches parallel: the pitch each begins with, veiled
/// @param bars the bar of each note, from 1, as differences in groups of seven bits, the lowest first
record IndexedLine(int piece, int[] hashes, byte[] pitches, byte[] bars) {

    /// @return an array of as many as the line has notes
    static byte[] packed(int[] bars) {
        byte[] bytes = new byte[bars.length * 4];
        int size = 0;
        int last = 0;
        for (int bar : bars) {
            int rest = bar - last;
            last = bar;
            while (rest >>> 7 != 0) {
                bytes[size++] = (byte) (rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            bytes[size++] = (byte) rest;
        }
        return Arrays.copyOf(bytes, size);
    }

    /// The bar of a note.
    int bar(int note) {
        int bar = 0;
        int at = 0;
        for (int i = 0; i <= note; i++) {
            int shift = 0;
            while (bars[at] < 0) {
                bar += (bars[at++] & 0x7F) << shift;
                shift += 7;
            }
            bar += bars[at++] << shift;
        }
        return bar;
    }

    /// Number of notes.
    int notes() {
        return hashes.length + Step.PASSAGE;
    }
}
