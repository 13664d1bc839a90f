package dev.cadenza.evaluate.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static RandomGenerator random(long seed) {
        return Draws.random(seed, "test");
    }

    private static double[] normal(int size, double mean, double spread, RandomGenerator random) {
        return IntStream.range(0, size).mapToDouble(i -> random.nextGaussian(mean, spread)).toArray();
    }

    @Test
    void aSummaryLeavesOutWhatWasNotMeasured() {
        Summary summary = Summary.of(new double[] {3, Double.NaN, 1, 2, Double.NEGATIVE_INFINITY, 4, 5});
        assertEquals(new Summary(5, 3, Math.sqrt(2.5), 1.2, 2, 3, 4, 4.8), summary);
        assertEquals(0, Summary.of(new double[] {Double.NaN}).n());
        assertTrue(Double.isNaN(Summary.of(new double[0]).median()));
    }

    @Test
    void intervalsOfMeansHoldTheTruthAboutAsOftenAsTheySay() {
        int holding = 0;
        for (int seed = 0; seed < 200; seed++) {
            holding += Bootstrap.USUAL.mean(normal(40, 7, 2, random(seed)), random(seed)).holds(7) ? 1 : 0;
        }
        assertTrue(holding >= 178 && holding <= 198, holding + " of 200");
    }

    @Test
    void equalSeedsDrawEqually() {
        double[] sample = normal(30, 0, 1, random(1));
        assertEquals(Bootstrap.USUAL.mean(sample, random(5)), Bootstrap.USUAL.mean(sample, random(5)));
        assertFalse(Arrays.equals(Draws.shuffled(50, random(1)), Draws.shuffled(50, random(2))));
        assertEquals(50, Arrays.stream(Draws.shuffled(50, random(1))).distinct().count());
    }

    @Test
    void distancesAreInStandardDeviations() {
        StandardDistance distance = StandardDistance.of(normal(400, 3, 2, random(1)), normal(400, 1, 2, random(2)), Bootstrap.USUAL,
                random(3));
        assertEquals(1, distance.value(), 0.15);
        assertTrue(distance.interval().holds(1) && distance.interval().leastSize() > 0.5, distance.toString());
        double[] same = {0.1, 0.1, 0.1};
        assertEquals(0, StandardDistance.of(same, same, Bootstrap.USUAL, random(1)).value());
        assertEquals(Double.POSITIVE_INFINITY, StandardDistance.of(new double[] {0.3, 0.3, 0.3}, same, Bootstrap.USUAL, random(1)).value());
        assertTrue(Double.isNaN(StandardDistance.of(new double[0], same, Bootstrap.USUAL, random(1)).value()));
    }

    @Test
    void overlapOfNormalDistributionsIsTheKnownOne() {
        double[] one = IntStream.range(0, 2000).mapToDouble(i -> normalQuantile((i + 0.5) / 2000)).toArray();
        double[] other = Arrays.stream(one).map(value -> value + 1).toArray();
        // 2 * Phi(-1/2) = .617, a little more after smoothing; the divergence of N(0, 1) from N(1, 1) is 1/2, a little less then.
        assertEquals(0.617, Densities.of(one, other).overlapArea(), 0.02);
        assertEquals(0.5, Densities.of(one, other).divergence(), 0.05);
        assertEquals(1, Densities.of(one, one).overlapArea(), 1e-9);
        assertEquals(0, Densities.of(one, one).divergence(), 1e-9);
    }

    /// By bisection of the logistic-free error series: exact enough for a known answer.
    private static double normalQuantile(double share) {
        double low = -9;
        double high = 9;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (normalShare(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double normalShare(double x) {
        double term = x;
        double sum = x;
        for (int k = 3; Math.abs(term) > 1e-16 * Math.abs(sum) && k < 400; k += 2) {
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    @Test
    void densitiesOfConstantsAreTheSameOrApart() {
        assertEquals(1, Densities.of(new double[] {2, 2}, new double[] {2, 2, 2}).overlapArea(), 1e-9);
        assertEquals(0, Densities.of(new double[] {2, 2}, new double[] {3, 3, 3}).overlapArea(), 1e-3);
        double[] withOneOther = new double[40];
        withOneOther[7] = 5;
        assertTrue(Densities.of(new double[40], withOneOther).overlapArea() > 0.95);
        assertTrue(Double.isFinite(Densities.of(new double[] {2}, new double[] {3}).divergence()));
        assertTrue(Double.isFinite(Densities.of(new double[] {0, 1e100}, new double[] {-5}).divergence()));
    }

    @Test
    void setsOfVectorsAreComparedByTheirDistances() {
        double[][] square = {{0, 0}, {3, 4}, {0, 0}};
        double[][] far = {{30, 40}, {30, 40}, {Double.NaN, 1}};
        SetDistances distances = SetDistances.of(square, far, random(1));
        assertEquals(10.0 / 3, distances.intra().mean(), 1e-12);
        assertEquals(0, distances.otherIntra().mean());
        assertEquals((4 * 50 + 2 * 45) / 6.0, distances.inter().mean(), 1e-12);
        assertEquals(6, distances.inter().n());
        assertTrue(distances.overlapArea() < 0.01 && distances.divergence() > 5, distances.toString());
        assertThrows(IllegalArgumentException.class, () -> SetDistances.of(square, new double[][] {{1, 2}}, random(1)));
    }

    @Test
    void largeSetsAreDrawnFrom() {
        double[][] many = IntStream.range(0, 500).mapToObj(i -> new double[] {i % 7}).toArray(double[][]::new);
        assertEquals(200 * 199 / 2, SetDistances.of(many, many, random(1)).intra().n());
    }
}
