package dev.cadenza.evaluate.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Chance that is the same on every machine.
public final class Draws {

    private Draws() {
    }

    /// A generator for one purpose, so that what one part draws does not change what another does.
    public static RandomGenerator random(long seed, String purpose) {
        long mixed = seed;
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mixed * 0x9E3779B97F4A7C15L + purpose.charAt(i);
        }
        return RandomGeneratorFactory.of("L64X128MixRandom").create(mixed);
    }

    /// Numbers below `size` in an order by chance.
    public static int[] shuffled(int size, RandomGenerator random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /// So many different numbers below `size`, rising; all where there are no more.
    public static int[] some(int size, int count, RandomGenerator random) {
        int[] chosen = Arrays.copyOf(shuffled(size, random), Math.min(size, count));
        Arrays.sort(chosen);
        return chosen;
    }
}
