package dev.cadenza.render.sound;

/// Measures a sound as it passes.
final class SoundMeter implements WavReader.Sink {

    private static final double FULL_SCALE = 32768;
    /// -60 dBFS, as [LevelMeter] has it.
    private static final int SILENCE = 32;

    private final int channels;
    private final int framesPerSecond;
    private final LoudnessMeter loudness;
    private final SpectrumMeter spectrum;
    private final TruePeakMeter[] peaks;
    private final short[] frame;
    private int filled;
    private long frames;
    private long quiet;
    private long silent;

    /// @param channels 1 or 2
    /// @param framesPerSecond 100 or more
    SoundMeter(int channels, int framesPerSecond) {
        if (channels < 1 || channels > 2 || framesPerSecond < 100) {
            throw new IllegalArgumentException(channels + " channels of " + framesPerSecond + " frames a second cannot be measured");
        }
        this.channels = channels;
        this.framesPerSecond = framesPerSecond;
        loudness = new LoudnessMeter(framesPerSecond);
        spectrum = new SpectrumMeter(framesPerSecond);
        peaks = new TruePeakMeter[channels];
        for (int i = 0; i < channels; i++) {
            peaks[i] = new TruePeakMeter();
        }
        frame = new short[channels];
    }

    @Override
    public void add(short sample) {
        frame[filled++] = sample;
        if (filled == channels) {
            filled = 0;
            frame();
        }
    }

    private void frame() {
        double sum = 0;
        int size = 0;
        for (int i = 0; i < channels; i++) {
            sum += frame[i] / FULL_SCALE;
            size = Math.max(size, Math.abs((int) frame[i]));
            peaks[i].add(frame[i] / FULL_SCALE);
        }
        // One channel is heard from one speaker: BS.1770 adds the powers of those there are.
        loudness.add((float) (frame[0] / FULL_SCALE), channels == 1 ? 0 : (float) (frame[1] / FULL_SCALE));
        spectrum.add(sum / channels);
        frames++;
        if (size > SILENCE) {
            endSilence();
        } else {
            quiet++;
        }
    }

    private void endSilence() {
        if (quiet >= framesPerSecond / 10) {
            silent += quiet;
        }
        quiet = 0;
    }

    SoundMeasures measures() {
        endSilence();
        double peak = 0;
        for (TruePeakMeter meter : peaks) {
            peak = Math.max(peak, meter.peak());
        }
        double seconds = (double) frames / framesPerSecond;
        return new SoundMeasures(seconds, loudness.lufs(), loudness.range(), Decibels.of(peak), frames == 0 ? 0 : (double) silent / frames,
                spectrum.centroid(), frames == 0 ? 0 : spectrum.onsets() / seconds);
    }
}
