package dev.cadenza.render.sound;

/// Amplitudes and decibels; strict, because gains decide bytes.
final class Decibels {

    private Decibels() {
    }

    static double of(double amplitude) {
        return amplitude <= 0 ? Double.NEGATIVE_INFINITY : 20 * StrictMath.log10(amplitude);
    }

    static double amplitude(double decibels) {
        return StrictMath.pow(10, decibels / 20);
    }
}
