package dev.cadenza.model.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cadenza.score.CadenzaException.RequestException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerTest {

    /// Probabilities 0.5, 0.2, 0.15, 0.1, 0.05 out of order.
    private static final float[] LOGITS = log(0.1, 0.5, 0.05, 0.2, 0.15);
    private static final int DRAWS = 40_000;

    private static float[] log(double... probabilities) {
        float[] logits = new float[probabilities.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = (float) StrictMath.log(probabilities[i]) + 3;
        }
        return logits;
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static void assertDraws(Sampler sampler, double... expected) {
        int[] counts = new int[LOGITS.length];
        RandomGenerator random = random(17);
        float[] before = LOGITS.clone();
        for (int i = 0; i < DRAWS; i++) {
            counts[sampler.sample(LOGITS, random)]++;
        }
        assertArrayEquals(before, LOGITS);
        double sum = Arrays.stream(expected).sum();
        double chiSquare = 0;
        for (int i = 0; i < counts.length; i++) {
            double mean = DRAWS * expected[i] / sum;
            if (mean == 0) {
                assertEquals(0, counts[i], "token " + i);
            } else {
                chiSquare += (counts[i] - mean) * (counts[i] - mean) / mean;
            }
        }
        assertTrue(chiSquare < 18.5, chiSquare + " " + Arrays.toString(counts));     // 0.1 % at 4 degrees of freedom
    }

    @Test
    void tokensComeAsOftenAsTheirProbabilitySays() {
        assertDraws(Sampler.of(new SamplerSettings(1, 0, 1, 0)), 0.1, 0.5, 0.05, 0.2, 0.15);
    }

    @Test
    void temperatureSharpens() {
        assertDraws(Sampler.of(new SamplerSettings(0.5, 0, 1, 0)), 0.01, 0.25, 0.0025, 0.04, 0.0225);
    }

    @Test
    void topKKeepsTheLikeliest() {
        assertDraws(Sampler.of(new SamplerSettings(1, 3, 1, 0)), 0, 0.5, 0, 0.2, 0.15);
        assertDraws(Sampler.of(new SamplerSettings(1, 30, 1, 0)), 0.1, 0.5, 0.05, 0.2, 0.15);
    }

    @Test
    void topPKeepsWhatTogetherReachesTheShare() {
        assertDraws(Sampler.of(new SamplerSettings(1, 0, 0.69, 0)), 0, 0.5, 0, 0.2, 0);
        assertDraws(Sampler.of(new SamplerSettings(1, 0, 0.71, 0)), 0, 0.5, 0, 0.2, 0.15);
        assertDraws(Sampler.of(new SamplerSettings(1, 0, 0.01, 0)), 0, 1, 0, 0, 0);
        assertDraws(Sampler.of(new SamplerSettings(1, 3, 0.8, 0)), 0, 0.5, 0, 0.2, 0);      // of 0.85
    }

    @Test
    void minPDropsWhatIsUnlikelyBesideTheLikeliest() {
        assertDraws(Sampler.of(new SamplerSettings(1, 0, 1, 0.25)), 0, 0.5, 0, 0.2, 0.15);
        assertDraws(Sampler.of(new SamplerSettings(1, 0, 0.99, 0.25)), 0, 0.5, 0, 0.2, 0.15);
    }

    @Test
    void aMaskRenormalises() {
        BitSet allowed = new BitSet();
        allowed.set(0);
        allowed.set(2);
        Sampler sampler = Sampler.of(new SamplerSettings(1, 0, 1, 0)).within(allowed);
        assertDraws(sampler, 0.1, 0, 0.05, 0, 0);
        allowed.set(1);
        assertDraws(sampler, 0.1, 0, 0.05, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> sampler.within(new BitSet()));
    }

    @Test
    void temperatureZeroTakesTheLikeliestAndTheFirstOfEquals() {
        Sampler sampler = Sampler.of(new SamplerSettings(0, 0, 1, 0));
        assertEquals(1, sampler.sample(LOGITS, random(1)));
        assertEquals(1, sampler.sample(new float[] {1, 2, 2}, random(1)));
    }

    @Test
    void numbersThatAreNotFiniteAreImpossible() {
        Sampler sampler = Sampler.of(new SamplerSettings(1, 0, 1, 0));
        float[] logits = {Float.NaN, Float.NEGATIVE_INFINITY, -5, Float.POSITIVE_INFINITY};
        assertTrue(IntStream.range(0, 100).allMatch(i -> sampler.sample(logits, random(i)) == 2));
        BitSet allowed = new BitSet();
        allowed.set(1);
        assertEquals(1, sampler.within(allowed).sample(logits, random(3)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 1, 0, --temperature", "NaN, 0, 1, 0, --temperature", "11, 0, 1, 0, --temperature",
        "1, -1, 1, 0, --top-k", "1, 0, 0, 0, --top-p", "1, 0, 1.1, 0, --top-p", "1, 0, 1, 1, --min-p", "1, 0, 1, -1, --min-p"})
    void settingsOutOfRangeNameTheirFlag(double temperature, int topK, double topP, double minP, String flag) {
        RequestException e = assertThrows(RequestException.class, () -> new SamplerSettings(temperature, topK, topP, minP));
        assertEquals(flag, e.source());
    }
}
