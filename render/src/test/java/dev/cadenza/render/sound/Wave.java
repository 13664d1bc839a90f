package dev.cadenza.render.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// The samples of a WAV file, and how strongly a frequency is in them.
record Wave(ByteBuffer bytes) {

    static Wave read(Path file) throws IOException {
        return new Wave(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
    }

    /// Power of a frequency between two times, after Goertzel, under a Hann window.
    double power(double hertz, double fromSeconds, double toSeconds) {
        int from = (int) (fromSeconds * 44_100);
        int count = (int) ((toSeconds - fromSeconds) * 44_100);
        double factor = 2 * Math.cos(2 * Math.PI * hertz / 44_100);
        double s1 = 0;
        double s2 = 0;
        for (int i = 0; i < count; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / count);
            double s0 = window * bytes.getShort(44 + 4 * (from + i)) + factor * s1 - s2;
            s2 = s1;
            s1 = s0;
        }
        return s1 * s1 + s2 * s2 - factor * s1 * s2;
    }

    /// The strongest MIDI pitch within a fifth of `pitch`: overtones, which may be stronger, lie further off.
    int strongestNear(int pitch, double fromSeconds, double toSeconds) {
        return strongest(pitch - 7, pitch + 7, fromSeconds, toSeconds);
    }

    /// The strongest MIDI pitch of all from 36 to 96.
    int strongest(double fromSeconds, double toSeconds) {
        return strongest(36, 96, fromSeconds, toSeconds);
    }

    private int strongest(int lowest, int highest, double fromSeconds, double toSeconds) {
        int best = 0;
        double most = -1;
        for (int pitch = lowest; pitch <= highest; pitch++) {
            double power = power(440 * Math.pow(2, (pitch - 69) / 12.0), fromSeconds, toSeconds);
            if (power > most) {
                most = power;
                best = pitch;
            }
        }
        return best;
    }
}
