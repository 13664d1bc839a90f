package dev.cadenza.render.sound;

/// Counts samples as they pass.
final class LevelMeter implements WavReader.Sink {

    /// -60 dBFS: what is below counts as silence.
    private static final int SILENCE = 32;

    private final int channels;
    private final int framesPerSecond;
    private long samples;
    private int peak;
    private double squares;
    private long clipped;
    private long quiet;
    private long longestQuiet;

    LevelMeter(int channels, int framesPerSecond) {
        this.channels = channels;
        this.framesPerSecond = framesPerSecond;
    }

    /// Counts and returns the 16-bit sample nearest to a value.
    short rounded(float value) {
        short sample = (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
        add(sample);
        return sample;
    }

    @Override
    public void add(short sample) {
        int size = Math.abs((int) sample);
        samples++;
        peak = Math.max(peak, size);
        squares += (double) size * size;
        if (sample == Short.MAX_VALUE || sample == Short.MIN_VALUE) {
            clipped++;
        }
        quiet = size > SILENCE ? 0 : quiet + 1;
        longestQuiet = Math.max(longestQuiet, quiet);
    }

    AudioLevels levels() {
        double perSecond = (double) channels * framesPerSecond;
        double rms = samples == 0 ? 0 : Math.sqrt(squares / samples);
        return new AudioLevels(samples / perSecond, Decibels.of(peak / 32768.0), Decibels.of(rms / 32768.0),
                longestQuiet / perSecond, clipped);
    }
}
