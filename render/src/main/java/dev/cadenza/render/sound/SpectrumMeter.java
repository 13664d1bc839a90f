package dev.cadenza.render.sound;

import java.util.Arrays;

/// The spectrum of a signal as it passes: where its energy lies, and where notes begin.
///
/// Frames of 2,048 samples (46 ms at 44.1 kHz) under a Hann window, one every hundredth of a second. The centroid is the mean
/// of frequency weighted by magnitude, averaged over the frames that sound (louder than -60 dBFS). Onsets are peaks of the
/// spectral flux, the sum of what grows from frame to frame in `ln(1 + 100 magnitude)` (after Dixon 2006 and Böck et al.
/// 2012): a peak is the highest within 30 ms, rises above the mean of its surroundings (100 ms to both sides) by more than a
/// tenth of the highest flux, and comes 50 ms after the last one at the soonest.
final class SpectrumMeter {

    private static final int SIZE = 2048;
    private static final double QUIET = Decibels.amplitude(-60);
    private static final double COMPRESSION = 100;
    private static final int PEAK_HOPS = 3;
    private static final int SURROUNDING_HOPS = 10;
    private static final int LEAST_GAP_HOPS = 5;
    private static final double THRESHOLD = 0.1;
    /// Below that nothing has begun, whatever is relative to it: the flux of a tone of -60 dBFS that sets in.
    private static final double LEAST_FLUX = 0.5;

    private final int framesPerSecond;
    private final int hop;
    private final Fft fft = new Fft(SIZE);
    private final double[] window = new double[SIZE];
    private final double[] recent = new double[SIZE];
    private final double[] re = new double[SIZE];
    private final double[] im = new double[SIZE];
    private final double[] before = new double[SIZE / 2];
    private double[] flux = new double[1024];
    private int hops;
    private long samples;
    private double centroids;
    private long sounding;

    SpectrumMeter(int framesPerSecond) {
        this.framesPerSecond = framesPerSecond;
        this.hop = Math.max(1, framesPerSecond / 100);
        for (int i = 0; i < SIZE; i++) {
            window[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / SIZE);
        }
    }

    /// @param sample of all channels together, -1..1
    void add(double sample) {
        recent[(int) (samples++ % SIZE)] = sample;
        if (samples % hop == 0) {
            frame();
        }
    }

    private void frame() {
        double energy = 0;
        for (int i = 0; i < SIZE; i++) {
            double sample = recent[(int) ((samples + i) % SIZE)];
            energy += sample * sample;
            re[i] = window[i] * sample;
        }
        Arrays.fill(im, 0);
        fft.transform(re, im);
        double grown = 0;
        double weight = 0;
        double moment = 0;
        for (int bin = 1; bin < SIZE / 2; bin++) {
            // A sine of amplitude 1 has magnitude 1.
            double magnitude = Math.sqrt(re[bin] * re[bin] + im[bin] * im[bin]) * 4 / SIZE;
            weight += magnitude;
            moment += magnitude * bin;
            double level = StrictMath.log1p(COMPRESSION * magnitude);
            grown += Math.max(0, level - before[bin]);
            before[bin] = level;
        }
        if (Math.sqrt(energy / SIZE) > QUIET) {
            sounding++;
            centroids += moment / weight * framesPerSecond / SIZE;
        }
        if (hops == flux.length) {
            flux = Arrays.copyOf(flux, 2 * hops);
        }
        flux[hops++] = grown;
    }

    /// In Hz; NaN where nothing sounds.
    double centroid() {
        return sounding == 0 ? Double.NaN : centroids / sounding;
    }

    /// How many sounds begin.
    int onsets() {
        double highest = Arrays.stream(flux, 0, hops).max().orElse(0);
        double[] sums = new double[hops + 1];
        for (int i = 0; i < hops; i++) {
            sums[i + 1] = sums[i] + flux[i];
        }
        int onsets = 0;
        int last = -LEAST_GAP_HOPS;
        for (int i = 0; i < hops; i++) {
            int from = Math.max(0, i - SURROUNDING_HOPS);
            int to = Math.min(hops, i + SURROUNDING_HOPS + 1);
            double mean = (sums[to] - sums[from]) / (to - from);
            if (i - last >= LEAST_GAP_HOPS && isHighest(i) && flux[i] > mean + Math.max(LEAST_FLUX, THRESHOLD * highest)) {
                onsets++;
                last = i;
            }
        }
        return onsets;
    }

    private boolean isHighest(int index) {
        for (int i = Math.max(0, index - PEAK_HOPS); i < Math.min(hops, index + PEAK_HOPS + 1); i++) {
            if (flux[i] > flux[index] || flux[i] == flux[index] && i < index) {
                return false;
            }
        }
        return true;
    }
}
