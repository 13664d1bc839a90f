package dev.cadenza.model.generate;

import java.util.random.RandomGenerator;

/// Noise that models make music of.
public final class Noise {

    private Noise() {
    }

    /// Numbers of a normal distribution with mean 0 and variance 1 (Box and Muller 1958), the same on every machine.
    public static float[] draw(int numbers, RandomGenerator random) {
        float[] noise = new float[numbers];
        for (int i = 0; i < numbers; i++) {
            double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
            noise[i] = (float) (radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble()));
        }
        return noise;
    }
}
