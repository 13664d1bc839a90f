package dev.cadenza.train;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Every random choice of a run is a function of the run's seed and of when it is made, never of what happened before:
/// a resumed run makes the same choices as one that was never interrupted.
public final class Seeds {

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory.of("L64X128MixRandom");

    /// What a choice is for: choices for different purposes are independent of each other.
    public enum Purpose { WEIGHTS, ORDER, WITHHELD, DROPOUT, WINDOWS }

    private Seeds() {
    }

    /// A seed for one purpose at one time.
    public static long of(long seed, Purpose purpose, long time) {
        return mix(mix(mix(seed) + 1 + purpose.ordinal()) + time);
    }

    public static RandomGenerator generator(long seed, Purpose purpose, long time) {
        return FACTORY.create(of(seed, purpose, time));
    }

    /// The finalizer of SplitMix64 (Steele et al. 2014).
    private static long mix(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
