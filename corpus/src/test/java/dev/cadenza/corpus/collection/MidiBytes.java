package dev.cadenza.corpus.collection;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// MIDI files made by hand.
final class MidiBytes {

    private static final byte[] COMMON_TIME = {0, (byte) 0xFF, 0x58, 4, 4, 2, 24, 8};

    private MidiBytes() {
    }

    /// Quarter notes one after the other, each of the given pitches sounding; 0 is a rest.
    static byte[] of(int... pitches) {
        ByteArrayOutputStream track = new ByteArrayOutputStream();
        track.writeBytes(COMMON_TIME);
        int rest = 0;
        for (int pitch : pitches) {
            if (pitch == 0) {
                rest++;
                continue;
            }
            int delta = 24 * rest;
            track.write(0x80 | delta >> 14);
            track.write(0x80 | delta >> 7 & 0x7F);
            track.write(delta & 0x7F);
            track.writeBytes(new byte[] {(byte) 0x90, (byte) pitch, 64, 24, (byte) 0x80, (byte) pitch, 0});
            rest = 0;
        }
        track.writeBytes(new byte[] {0, (byte) 0xFF, 0x2F, 0});
        return file(track.toByteArray());
    }

    /// Like [#of], but the last note is never released.
    static byte[] hanging(int... pitches) {
        byte[] whole = of(pitches);
        whole[whole.length - 7] = (byte) 0xB0;
        return whole;
    }

    private static byte[] file(byte[] track) {
        try {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(file);
            out.write("MThd".getBytes(StandardCharsets.US_ASCII));
            out.writeInt(6);
            out.writeShort(0);
            out.writeShort(1);
            out.writeShort(24);
            out.write("MTrk".getBytes(StandardCharsets.US_ASCII));
            out.writeInt(track.length);
            out.write(track);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// 64 notes that begin on a pitch, different for each.
    static int[] tune(int start) {
        int[] pitches = new int[64];
        Random random = new Random(start);
        for (int i = 0; i < pitches.length; i++) {
            pitches[i] = start + (i == 0 ? 0 : random.nextInt(11));
        }
        return pitches;
    }
}
