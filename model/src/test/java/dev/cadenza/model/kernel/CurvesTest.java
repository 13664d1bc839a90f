package dev.cadenza.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CurvesTest {

    @Test
    void theyAgreeWithTheStrictLibrary() {
        for (double x = -80; x <= 80; x += 0.00137) {
            float at = (float) x;
            assertClose(StrictMath.exp(at), Curves.exp(at), at);
            assertClose(1 / (1 + StrictMath.exp(-at)), Curves.sigmoid(at), at);
            assertClose(StrictMath.tanh(at), Curves.tanh(at), at);
        }
    }

    @Test
    void tanhKeepsItsPlacesNearZero() {
        for (float x = 1; x > 1e-30f; x *= 0.77f) {
            assertClose(StrictMath.tanh(x), Curves.tanh(x), x);
            assertEquals(-Curves.tanh(x), Curves.tanh(-x));
        }
        assertEquals(0f, Curves.tanh(0f));
    }

    @Test
    void theyStayFiniteFarOut() {
        for (float x : new float[] {1e4f, Float.MAX_VALUE, Float.POSITIVE_INFINITY}) {
            assertEquals(1f, Curves.tanh(x));
            assertEquals(-1f, Curves.tanh(-x));
            assertEquals(1f, Curves.sigmoid(x));
            assertTrue(Curves.sigmoid(-x) >= 0 && Curves.sigmoid(-x) < 1e-37f);
            assertTrue(Float.isFinite(Curves.exp(x)));
        }
    }

    private static void assertClose(double expected, float actual, float at) {
        assertEquals(0, (actual - expected) / Math.max(Math.abs(expected), Float.MIN_NORMAL), 6e-7, "at " + at);
    }
}
