package dev.cadenza.render.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// Synthetic tones whose measures are known: those of EBU Tech 3341 and 3342 where there are some.
class SoundMeasuresTest {

    private static final int RATE = 48_000;

    private static double sine(double hertz, double dbfs, double seconds) {
        return Decibels.amplitude(dbfs) * StrictMath.sin(2 * Math.PI * hertz * seconds);
    }

    /// The same signal on both channels.
    private static SoundMeasures stereo(double seconds, DoubleUnaryOperator signal) {
        return SoundMeasures.of(samples(2, seconds, signal), 2, RATE);
    }

    private static short[] samples(int channels, double seconds, DoubleUnaryOperator signal) {
        short[] samples = new short[channels * (int) (seconds * RATE)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(32767 * signal.applyAsDouble((double) (i / channels) / RATE));
        }
        return samples;
    }

    @Test
    void aToneOfMinus23IsAsLoud() {
        assertEquals(-23, stereo(20, t -> sine(1000, -23, t)).loudnessLufs(), 0.1);
        assertEquals(-33, stereo(20, t -> sine(1000, -33, t)).loudnessLufs(), 0.1);
    }

    @Test
    void oneChannelHasHalfThePower() {
        assertEquals(-26, SoundMeasures.of(samples(1, 5, t -> sine(1000, -23, t)), 1, RATE).loudnessLufs(), 0.1);
    }

    @Test
    void softPassagesAreGatedOut() {
        assertEquals(-23, stereo(80, t -> sine(1000, t < 10 || t >= 70 ? -36 : -23, t)).loudnessLufs(), 0.1);
    }

    @Test
    void loudnessRangeIsTheDistanceOfTwoLevels() {
        assertEquals(10, stereo(40, t -> sine(1000, t < 20 ? -20 : -30, t)).loudnessRangeLu(), 1);
        assertEquals(5, stereo(40, t -> sine(1000, t < 20 ? -20 : -15, t)).loudnessRangeLu(), 1);
        assertEquals(20, stereo(40, t -> sine(1000, t < 20 ? -40 : -20, t)).loudnessRangeLu(), 1);
        assertEquals(0, stereo(2, t -> sine(1000, -20, t)).loudnessRangeLu());
    }

    @Test
    void peaksBetweenSamplesAreFound() {
        // A quarter of the sample rate, 45 degrees off: every sample lies 3 dB below the crest.
        short[] samples = samples(1, 1, t -> 0.5 * StrictMath.sin(2 * Math.PI * RATE / 4.0 * t + Math.PI / 4));
        assertEquals(-9, AudioLevels.of(samples, 1, RATE).peakDbfs(), 0.1);
        assertEquals(-6, SoundMeasures.of(samples, 1, RATE).truePeakDbtp(), 0.4);
    }

    @Test
    void theCentroidOfASineIsItsFrequency() {
        assertEquals(3000, stereo(2, t -> sine(3000, -20, t)).centroidHz(), 30);
        assertEquals(2000, stereo(2, t -> sine(1000, -20, t) + sine(3000, -20, t)).centroidHz(), 30);
    }

    @Test
    void tonesThatBeginAreCounted() {
        DoubleUnaryOperator bursts = t -> {
            // Dying away like a plucked string; cut off, it would click.
            return sine(440 * (1 + Math.floor(t / 0.25) % 3), -20, t) * StrictMath.exp(-20 * (t % 0.25));
        };
        assertEquals(4, stereo(10, bursts).onsetsPerSecond(), 0.11);
        assertEquals(1, Math.round(10 * stereo(10, t -> sine(440, -20, t)).onsetsPerSecond()));
    }

    @Test
    void silenceIsMeasured() {
        SoundMeasures half = stereo(4, t -> t < 2 ? sine(440, -20, t) : 0);
        assertEquals(0.5, half.silenceShare(), 0.001);
        assertEquals(4, half.seconds(), 1e-9);
        SoundMeasures none = stereo(1, _ -> 0);
        assertEquals(1, none.silenceShare());
        assertEquals(Double.NEGATIVE_INFINITY, none.loudnessLufs());
        assertEquals(Double.NEGATIVE_INFINITY, none.truePeakDbtp());
        assertTrue(Double.isNaN(none.centroidHz()));
        assertEquals(0, none.onsetsPerSecond());
        assertEquals(0, SoundMeasures.of(new short[0], 2, RATE).seconds());
    }

    @Test
    void theTransformTurnsBack() {
        double[] re = {1, 2, -3, 4, 0, 7, 2, -1};
        double[] im = new double[8];
        double[] back = re.clone();
        new Fft(8).transform(back, im);
        assertEquals(Arrays.stream(re).sum(), back[0], 1e-12);
        // The transform of the conjugate is eight times the conjugate of the signal.
        for (int i = 0; i < 8; i++) {
            im[i] = -im[i];
        }
        new Fft(8).transform(back, im);
        for (int i = 0; i < 8; i++) {
            assertEquals(re[i], back[i] / 8, 1e-12);
        }
    }
}
