package dev.cadenza.render.sound;

import dev.cadenza.score.AtomicFiles;
import java.nio.file.Path;

/// A short stretch of a sound, to be heard beside others: cut out, faded out, and written as loud as it shall be.
public final class SoundClip {

    /// Longest there may be.
    public static final double LONGEST_SECONDS = 600;

    private static final double FULL_SCALE = 32768;

    private final float[] samples; // channel after channel, -1..1
    private final int channels;
    private final int framesPerSecond;

    private SoundClip(float[] samples, int channels, int framesPerSecond) {
        this.samples = samples;
        this.channels = channels;
        this.framesPerSecond = framesPerSecond;
    }

    /// Cuts a stretch out of a WAV file of 16-bit samples; where the file is shorter, silence follows.
    ///
    /// @param fromSeconds where it begins, 0 or more
    /// @param seconds how long it is, up to [#LONGEST_SECONDS]
    /// @param fadeSeconds how long before its end it begins to fade, along a half cosine; 0 for not at all
    /// @throws dev.cadenza.score.CadenzaException.InputException where the file is none
    public static SoundClip cut(Path wav, double fromSeconds, double seconds, double fadeSeconds) {
        if (!(fromSeconds >= 0 && fromSeconds < 1e6) || !(seconds > 0 && seconds <= LONGEST_SECONDS) || !(fadeSeconds >= 0 && fadeSeconds <= seconds)) {
            throw new IllegalArgumentException("no stretch of " + seconds + " s from " + fromSeconds + " s with a fade of " + fadeSeconds + " s");
        }
        Cutting cutting = WavReader.read(wav, (channels, rate) -> new Cutting(channels, rate, fromSeconds, seconds));
        cutting.fade(Math.round(fadeSeconds * cutting.framesPerSecond));
        return new SoundClip(cutting.kept, cutting.channels, cutting.framesPerSecond);
    }

    private static final class Cutting implements WavReader.Sink {
        private final int channels;
        private final int framesPerSecond;
        private final float[] kept;
        private final long skipped;
        private long seen;

        Cutting(int channels, int framesPerSecond, double fromSeconds, double seconds) {
            this.channels = channels;
            this.framesPerSecond = framesPerSecond;
            this.skipped = Math.round(fromSeconds * framesPerSecond) * channels;
            this.kept = new float[Math.toIntExact(Math.round(seconds * framesPerSecond) * channels)];
        }

        @Override
        public void add(short sample) {
            long at = seen++ - skipped;
            if (at >= 0 && at < kept.length) {
                kept[(int) at] = (float) (sample / FULL_SCALE);
            }
        }

        void fade(long frames) {
            long all = kept.length / channels;
            for (long frame = Math.max(0, all - frames); frame < all; frame++) {
                double left = (all - frame) / (double) frames;
                float gain = (float) (0.5 - 0.5 * StrictMath.cos(Math.PI * left));
                for (int channel = 0; channel < channels; channel++) {
                    kept[(int) frame * channels + channel] *= gain;
                }
            }
        }
    }

    /// How long it is.
    public double seconds() {
        return (double) samples.length / channels / framesPerSecond;
    }

    /// What is heard of it.
    public SoundMeasures measures() {
        return SoundMeasures.of(scaled(1), channels, framesPerSecond);
    }

    /// Writes it as a WAV file of 16-bit samples, replacing what was there. Samples beyond full scale are cut off: choose the gain so
    /// that there are none.
    ///
    /// @param gainDb what is added to its loudness
    public void write(Path wav, double gainDb) {
        short[] scaled = scaled(Decibels.amplitude(gainDb));
        byte[] bytes = new byte[2 * scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            bytes[2 * i] = (byte) scaled[i];
            bytes[2 * i + 1] = (byte) (scaled[i] >> 8);
        }
        AtomicFiles.write(wav, out -> {
            WavWriter.header(out, scaled.length / channels, channels, framesPerSecond);
            out.write(bytes);
        });
    }

    private short[] scaled(double gain) {
        short[] scaled = new short[samples.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (short) Math.clamp(Math.rint(samples[i] * gain * FULL_SCALE), Short.MIN_VALUE, Short.MAX_VALUE);
        }
        return scaled;
    }
}
