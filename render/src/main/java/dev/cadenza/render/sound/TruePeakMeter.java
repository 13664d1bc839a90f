package dev.cadenza.render.sound;

/// The highest value a signal takes between its samples too, after ITU-R BS.1770-4, annex 2: four times as many samples, by a
/// filter of twelve taps a phase (a sinc under a Kaiser window).
final class TruePeakMeter {

    private static final int FACTOR = 4;
    private static final int TAPS = 12;
    private static final double BETA = 6;

    private final double[][] phases = new double[FACTOR][TAPS];
    private final double[] recent = new double[TAPS];
    private int next;
    private double peak;

    TruePeakMeter() {
        int half = FACTOR * TAPS / 2;
        for (int phase = 0; phase < FACTOR; phase++) {
            double sum = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                double at = tap * FACTOR + phase - half;
                double x = at / half;
                phases[phase][tap] = sinc(at / FACTOR) * bessel(BETA * Math.sqrt(Math.max(0, 1 - x * x)));
                sum += phases[phase][tap];
            }
            for (int tap = 0; tap < TAPS; tap++) {
                phases[phase][tap] /= sum;
            }
        }
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }

    /// The modified Bessel function of order 0, by its series.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }

    void add(double sample) {
        recent[next] = sample;
        next = (next + 1) % TAPS;
        for (double[] phase : phases) {
            double value = 0;
            for (int tap = 0; tap < TAPS; tap++) {
                value += phase[tap] * recent[(next + TAPS - 1 - tap) % TAPS];
            }
            peak = Math.max(peak, Math.abs(value));
        }
    }

    /// As an amplitude; 1 is full scale.
    double peak() {
        return peak;
    }
}
