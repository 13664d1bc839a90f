package dev.cadenza.evaluate.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SignedRanksTest {

    /// Hollander and Wolfe's example of depression scores before and after treatment, as R's documentation of wilcox.test has it.
    private static final double[] DEPRESSION = {0.952, -0.147, 1.022, 0.430, 0.620, 0.590, 0.490, -0.080, 0.010};

    @Test
    void theExampleOfTheTextbook() {
        SignedRanks found = SignedRanks.of(DEPRESSION, 6);
        // wilcox.test(x, y, paired = TRUE): V = 40, p = 0.03906
        assertEquals(0.0390625, found.p(), 1e-9);
        assertEquals((40 - 5) / 45.0, found.effect(), 1e-12);
        // The middle of the 45 means, and the 6th from either end, counted by hand.
        double[] means = new double[45];
        int n = 0;
        for (int i = 0; i < 9; i++) {
            for (int j = i; j < 9; j++) {
                means[n++] = (DEPRESSION[i] + DEPRESSION[j]) / 2;
            }
        }
        Arrays.sort(means);
        assertEquals(means[22], found.median(), 1e-8);
        assertEquals(means[5], found.interval().low(), 1e-8);
        assertEquals(means[39], found.interval().high(), 1e-8);
        assertTrue(found.interval().low() > 0, "the interval and the test agree");
    }

    @Test
    void fewOrNoDifferencesSayLittle() {
        SignedRanks few = SignedRanks.of(new double[] {1, 2, 1.5, 3, 2.5}, 6);
        assertEquals(new Interval(-6, 6), few.interval());
        assertTrue(few.p() > 0.05);
        SignedRanks none = SignedRanks.of(new double[] {0, 0, 0, 0, 0, 0, 0}, 6);
        assertEquals(new SignedRanks(1, 0, 0, new Interval(0, 0)), none);
        assertEquals(0.5, SignedRanks.of(new double[] {0.5}, 6).median(), 1e-9);
    }

    @Test
    void manyDifferencesAreNoTrouble() {
        double[] many = new double[5000];
        for (int i = 0; i < many.length; i++) {
            many[i] = (i % 7) - 2;
        }
        SignedRanks found = SignedRanks.of(many, 6);
        assertEquals(1, found.median(), 1e-6);
        assertTrue(found.interval().low() >= 0.9 && found.interval().high() <= 1.1 && found.p() < 1e-9);
    }

    @Test
    void holmsOwnRule() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, SignedRanks.holm(new double[] {0.01, 0.04, 0.03, 0.005}), 1e-12);
        assertArrayEquals(new double[] {1, 1}, SignedRanks.holm(new double[] {0.7, 0.9}), 1e-12);
    }
}
