package dev.cadenza.render.sound;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Integrated loudness of a stereo signal after ITU-R BS.1770-4: K-weighting, blocks of 400 ms every 100 ms, an absolute
/// gate at -70 LUFS and a relative one 10 LU below the mean of what passed it.
final class LoudnessMeter {

    private static final double ABSOLUTE_GATE = -70;
    private static final double RELATIVE_GATE = -10;
    private static final int HOPS_PER_BLOCK = 4;
    private static final double RANGE_GATE = -20;
    private static final int HOPS_PER_SHORT_TERM = 30;

    private final int hopFrames;
    private final Weighting left;
    private final Weighting right;
    private double[] hops = new double[256];
    private int hopCount;
    private double energy;
    private int framesInHop;

    LoudnessMeter(int framesPerSecond) {
        hopFrames = framesPerSecond / 10;
        left = new Weighting(framesPerSecond);
        right = new Weighting(framesPerSecond);
    }

    void add(float leftSample, float rightSample) {
        double l = left.filter(leftSample);
        double r = right.filter(rightSample);
        energy += l * l + r * r;
        if (++framesInHop == hopFrames) {
            if (hopCount == hops.length) {
                hops = Arrays.copyOf(hops, 2 * hopCount);
            }
            hops[hopCount++] = energy / hopFrames;
            energy = 0;
            framesInHop = 0;
        }
    }

    /// Loudness in LUFS; negative infinity where nothing passes the gates or less than 400 ms was heard.
    double lufs() {
        double all = gatedMean(ABSOLUTE_GATE);
        return all <= 0 ? Double.NEGATIVE_INFINITY : loudness(gatedMean(Math.max(ABSOLUTE_GATE, loudness(all) + RELATIVE_GATE)));
    }

    private double gatedMean(double gate) {
        double sum = 0;
        int blocks = 0;
        for (int first = 0; first + HOPS_PER_BLOCK <= hopCount; first++) {
            double block = (hops[first] + hops[first + 1] + hops[first + 2] + hops[first + 3]) / HOPS_PER_BLOCK;
            if (loudness(block) > gate) {
                sum += block;
                blocks++;
            }
        }
        return blocks == 0 ? 0 : sum / blocks;
    }

    /// Loudness range after EBU Tech 3342, in LU: from the 10th to the 95th percentile of the loudness of the last three seconds,
    /// taken every 100 ms, of what passes -70 LUFS and a gate 20 LU below the mean. 0 where nothing does.
    double range() {
        double gate = Math.max(ABSOLUTE_GATE, loudness(shortTermMean()) + RANGE_GATE);
        double[] heard = shortTerm().map(LoudnessMeter::loudness).filter(level -> level > gate).sorted().toArray();
        return heard.length == 0 ? 0 : heard[(int) Math.round(0.95 * (heard.length - 1))] - heard[(int) Math.round(0.1 * (heard.length - 1))];
    }

    private double shortTermMean() {
        return shortTerm().filter(power -> loudness(power) > ABSOLUTE_GATE).average().orElse(0);
    }

    /// Mean squares of the windows of three seconds.
    private DoubleStream shortTerm() {
        return IntStream.rangeClosed(0, hopCount - HOPS_PER_SHORT_TERM).mapToDouble(first ->
                Arrays.stream(hops, first, first + HOPS_PER_SHORT_TERM).sum() / HOPS_PER_SHORT_TERM);
    }

    private static double loudness(double meanSquare) {
        return meanSquare <= 0 ? Double.NEGATIVE_INFINITY : -0.691 + 10 * StrictMath.log10(meanSquare);
    }

    /// The two filters of BS.1770 in series, computed for any sample rate from their analogue prototypes: a shelf of
    /// +4 dB above 1.7 kHz (the head), then a high-pass at 38 Hz.
    private static final class Weighting {
        private final Biquad shelf;
        private final Biquad highPass;

        Weighting(double rate) {
            double k = StrictMath.tan(Math.PI * 1681.974450955533 / rate);
            double q = 0.7071752369554196;
            double high = Decibels.amplitude(3.999843853973347);
            double band = StrictMath.pow(high, 0.4996667741545416);
            double scale = 1 + k / q + k * k;
            shelf = new Biquad((high + band * k / q + k * k) / scale, 2 * (k * k - high) / scale,
                    (high - band * k / q + k * k) / scale, 2 * (k * k - 1) / scale, (1 - k / q + k * k) / scale);
            k = StrictMath.tan(Math.PI * 38.13547087602444 / rate);
            q = 0.5003270373238773;
            scale = 1 + k / q + k * k;
            highPass = new Biquad(1, -2, 1, 2 * (k * k - 1) / scale, (1 - k / q + k * k) / scale);
        }

        double filter(double x) {
            return highPass.filter(shelf.filter(x));
        }
    }

    private static final class Biquad {
        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double s1;
        private double s2;

        Biquad(double b0, double b1, double b2, double a1, double a2) {
            this.b0 = b0;
            this.b1 = b1;
            this.b2 = b2;
            this.a1 = a1;
            this.a2 = a2;
        }

        double filter(double x) {
            double y = b0 * x + s1;
            s1 = b1 * x - a1 * y + s2;
            s2 = b2 * x - a2 * y;
            return y;
        }
    }
}
