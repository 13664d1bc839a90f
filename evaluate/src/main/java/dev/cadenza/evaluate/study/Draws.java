package dev.cadenza.evaluate.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Chance that is the same on every machine.
final class Draws {

    private Draws() {
    }

    /// A generator that depends on each of the numbers.
    static RandomGenerator random(long seed, long... purposes) {
        long state = new SplittableRandom(seed).nextLong();
        for (long purpose : purposes) {
            state = new SplittableRandom(state ^ new SplittableRandom(purpose).nextLong()).nextLong();
        }
        return RandomGeneratorFactory.of("L64X128MixRandom").create(state);
    }

    /// The same things in another order; each order is as likely.
    static <T> List<T> shuffled(List<T> things, RandomGenerator random) {
        List<T> order = new ArrayList<>(things);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }
}
