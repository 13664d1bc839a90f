package dev.cadenza.render.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundClipTest {

    private static final int RATE = 44_100;

    @TempDir
    Path folder;

    /// A second of silence, then a tone.
    private Path tone(int seconds) throws IOException {
        Path wav = folder.resolve("tone.wav");
        try (OutputStream out = Files.newOutputStream(wav)) {
            WavWriter.header(out, (long) RATE * seconds, 2, RATE);
            byte[] frame = new byte[4];
            for (int i = 0; i < RATE * seconds; i++) {
                int sample = i < RATE ? 0 : (int) Math.rint(8000 * StrictMath.sin(2 * Math.PI * 1000 * i / RATE));
                frame[0] = frame[2] = (byte) sample;
                frame[1] = frame[3] = (byte) (sample >> 8);
                out.write(frame);
            }
        }
        return wav;
    }

    @Test
    void cutsFadesAndSetsTheLoudness() throws IOException {
        SoundClip clip = SoundClip.cut(tone(8), 1, 6, 2);
        assertEquals(6, clip.seconds(), 1e-9);
        double before = clip.measures().loudnessLufs();
        Path out = folder.resolve("clip.wav");
        clip.write(out, -20 - before);
        SoundMeasures written = SoundMeasures.of(out);
        assertEquals(-20, written.loudnessLufs(), 0.02);
        assertEquals(6, written.seconds(), 1e-9);
        assertEquals(0, written.silenceShare(), 0.03, "the silence before was cut off");
        double end = SoundClip.cut(out, 5.7, 0.3, 0).measures().truePeakDbtp();
        double middle = SoundClip.cut(out, 2, 0.3, 0).measures().truePeakDbtp();
        assertTrue(end < middle - 20, end + " beside " + middle);
    }

    @Test
    void whatIsTooShortEndsInSilence() throws IOException {
        SoundClip clip = SoundClip.cut(tone(2), 1, 4, 0);
        assertEquals(4, clip.seconds(), 1e-9);
        assertEquals(0.75, clip.measures().silenceShare(), 0.01);
    }

    @Test
    void wishesWithoutSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> SoundClip.cut(folder, 0, 1e9, 0));
        assertThrows(IllegalArgumentException.class, () -> SoundClip.cut(folder, -1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> SoundClip.cut(folder, 0, 1, 2));
    }
}
