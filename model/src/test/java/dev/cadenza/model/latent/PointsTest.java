package dev.cadenza.model.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.model.generate.Noise;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PointsTest {

    private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");

    @Test
    void theWayIsAnArcThatEndsWhereItShall() {
        float[] right = {3, 0};
        float[] up = {0, 3};
        assertArrayEquals(right, Points.between(right, up, 0), 1e-6f);
        assertArrayEquals(up, Points.between(right, up, 1), 1e-6f);
        float root = (float) (3 / Math.sqrt(2));
        assertArrayEquals(new float[] {root, root}, Points.between(right, up, 0.5), 1e-5f);
        assertArrayEquals(new float[] {2, 0}, Points.between(new float[] {1, 0}, right, 0.5), 1e-6f, "in line: straight");
        assertArrayEquals(new float[] {0, 0}, Points.between(new float[2], new float[2], 0.5), "nowhere to go");
    }

    @Test
    void pointsThatAreAlikeDriftAlike() {
        Points.Drift drift = Points.Drift.drawn(200, RANDOM);
        float[] point = Noise.draw(200, RANDOM);
        float[] near = Points.sum(point, 1, Noise.draw(200, RANDOM), 0.1);
        float[] far = Noise.draw(200, RANDOM);
        assertArrayEquals(point, drift.moved(point, 0), 1e-6f);
        float[] moved = drift.moved(point, 1);
        assertEquals(14.1, Points.length(moved), 3, "a draw of the normal distribution");
        assertTrue(cosine(moved, drift.moved(near, 1)) > 0.95);
        assertTrue(Math.abs(cosine(moved, drift.moved(far, 1))) < 0.4);
        assertTrue(Math.abs(cosine(moved, point)) < 0.4, "of the point itself nothing is left");
        assertTrue(cosine(drift.moved(point, 0.3), point) > 0.7);
    }

    private static double cosine(float[] a, float[] b) {
        return Points.dot(a, b) / Points.length(a) / Points.length(b);
    }
}
