package dev.cadenza.render.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.CadenzaException.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.SourceDataLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioLevelsTest {

    @TempDir
    Path folder;

    private static short[] sine(double amplitude, int frames) {
        short[] samples = new short[frames];
        for (int i = 0; i < frames; i++) {
            samples[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * 1000 * i / 44_100));
        }
        return samples;
    }

    @Test
    void aSineHasItsKnownLevels() {
        AudioLevels levels = AudioLevels.of(sine(16_384, 44_100), 1, 44_100);
        assertEquals(1, levels.seconds());
        assertEquals(-6.02, levels.peakDbfs(), 0.01);
        assertEquals(-9.03, levels.rmsDbfs(), 0.01);
        assertEquals(0, levels.clippedSamples());
        assertEquals(0, levels.longestSilenceSeconds(), 0.001);
    }

    @Test
    void clippingAndSilenceAreCounted() {
        short[] samples = sine(40_000 / 2.0, 44_100);
        java.util.Arrays.fill(samples, 10_000, 32_050, (short) 0);
        samples[5] = Short.MAX_VALUE;
        samples[6] = Short.MIN_VALUE;
        AudioLevels levels = AudioLevels.of(samples, 1, 44_100);
        assertEquals(2, levels.clippedSamples());
        assertEquals(0.5, levels.longestSilenceSeconds(), 0.001);
        assertEquals(0, levels.peakDbfs());
    }

    @Test
    void loudnessOfTheStandardsReferenceTone() {
        // BS.1770: a 997 Hz sine at full scale in one of two channels reads -3.01 LUFS.
        LoudnessMeter meter = new LoudnessMeter(48_000);
        for (int i = 0; i < 96_000; i++) {
            meter.add((float) Math.sin(2 * Math.PI * 997 * i / 48_000), 0);
        }
        assertEquals(-3.01, meter.lufs(), 0.02);
    }

    @Test
    void theGateLeavesOutSilence() {
        LoudnessMeter meter = new LoudnessMeter(44_100);
        for (int i = 0; i < 441_000; i++) {
            float x = i < 88_200 ? (float) (0.1 * Math.sin(2 * Math.PI * 997 * i / 44_100)) : 0;
            meter.add(x, x);
        }
        assertEquals(-20, meter.lufs(), 0.8);
        assertEquals(Double.NEGATIVE_INFINITY, new LoudnessMeter(44_100).lufs());
    }

    @Test
    void filesThatAreNoWavAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("bad.wav"), new byte[100]);
        assertEquals("NOT_A_WAV", assertThrows(InputException.class, () -> AudioLevels.of(file)).code());
        Files.write(file, new byte[] {'R', 'I', 'F', 'F'});
        assertEquals("WAV_TRUNCATED", assertThrows(InputException.class, () -> AudioLevels.of(file)).code());
        Path none = folder.resolve("none.wav");
        assertEquals("WAV_UNREADABLE", assertThrows(InputException.class, () -> AudioLevels.of(none)).code());
    }

    @Test
    void withoutASoundCardThePlayerSaysSo() {
        if (AudioSystem.getMixerInfo().length > 0) {
            // Nobody wants to hear a test; that a card is found is all that can be said.
            assertEquals(true, AudioSystem.getMixer(null).isLineSupported(
                    new DataLine.Info(SourceDataLine.class, new AudioFormat(44_100, 16, 2, true, false))));
            return;
        }
        SoundFont font = SoundFont.builtIn(folder);
        EnvironmentException refused = assertThrows(EnvironmentException.class,
                () -> Player.play(Scores.of(Scores.part(0, Scores.note(0, 1, 60))), font));
        assertEquals("NO_SOUND_CARD", refused.code());
    }
}
