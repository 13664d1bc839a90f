package dev.cadenza.model.kernel;

/// Exponential, logistic curve and hyperbolic tangent from the four basic operations only: the same bits on every
/// machine, within a few units in the last place.
///
/// `e^x = 2^n e^r` with `n` the whole number nearest to `x / ln 2`, and `e^r - 1` by its Taylor series for
/// `|r| <= ln 2 / 2`.
public final class Curves {

    private static final float LOG2_E = 1.442695041f;
    /// ln 2 in two parts: few bits, so that its product with `n` is exact, and the rest.
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    /// Adding it rounds to a whole number, which then stands in the last bits.
    private static final float ROUND = 12_582_912;
    private static final float LIMIT = 87;

    private Curves() {
    }

    /// `e^x`; beyond +-87 its value there.
    public static float exp(float x) {
        float clamped = Math.max(-LIMIT, Math.min(LIMIT, x));
        float shifted = clamped * LOG2_E + ROUND;
        float n = shifted - ROUND;
        float power = Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + 0x3f80_0000);
        return power * lessOne((clamped - n * LN2_HIGH) - n * LN2_LOW) + power;
    }

    /// `1 / (1 + e^-x)`.
    public static float sigmoid(float x) {
        return 1 / (1 + exp(-x));
    }

    /// The hyperbolic tangent: `-m / (m + 2)` with `m = e^(-2|x|) - 1`, exact to the last places near 0 too.
    public static float tanh(float x) {
        float clamped = Math.max(-LIMIT, -2 * Math.abs(x));
        float shifted = clamped * LOG2_E + ROUND;
        float n = shifted - ROUND;
        float power = Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + 0x3f80_0000);
        float m = power * lessOne((clamped - n * LN2_HIGH) - n * LN2_LOW) + (power - 1);
        return Math.copySign(-m / (m + 2), x);
    }

    /// `e^r - 1` for `|r| <= 0.35`.
    private static float lessOne(float r) {
        float series = 1f / 40_320;
        series = series * r + 1f / 5_040;
        series = series * r + 1f / 720;
        series = series * r + 1f / 120;
        series = series * r + 1f / 24;
        series = series * r + 1f / 6;
        series = series * r + 1f / 2;
        return r * r * series + r;
    }

    /// Replaces `values[from..to)` by their logistic curve.
    public static void sigmoid(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = sigmoid(values[i]);
        }
    }

    /// Replaces `values[from..to)` by their hyperbolic tangent.
    public static void tanh(float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = tanh(values[i]);
        }
    }
}
