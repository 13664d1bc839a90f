package dev.cadenza.evaluate.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetsTest {

    private static RandomGenerator random(long seed) {
        return Draws.random(seed, "test");
    }

    private static double[][] noise(int rows, int columns, double shift, RandomGenerator random) {
        return IntStream.range(0, rows).mapToObj(i -> IntStream.range(0, columns)
                .mapToDouble(k -> random.nextInt(20) == 0 ? Double.NaN : random.nextGaussian(k == 0 ? shift : 0, 1)).toArray())
                .toArray(double[][]::new);
    }

    @Test
    void noiseIsNotToldFromNoise() {
        int holding = 0;
        double sum = 0;
        for (int seed = 0; seed < 200; seed++) {
            RandomGenerator random = random(seed);
            TwoSampleTest test = TwoSampleTest.of(noise(50, 8, 0, random), noise(60, 8, 0, random), random).orElseThrow();
            holding += test.interval().holds(0.5) ? 1 : 0;
            sum += test.auc();
        }
        assertTrue(holding >= 180 && holding <= 199, holding + " of 200");
        assertEquals(0.5, sum / 200, 0.02);
    }

    @Test
    void moreColumnsThanRowsAreNoProof() {
        int holding = 0;
        for (int seed = 0; seed < 40; seed++) {
            RandomGenerator random = random(seed);
            holding += TwoSampleTest.of(noise(30, 60, 0, random), noise(30, 60, 0, random), random).orElseThrow().interval().holds(0.5)
                    ? 1 : 0;
        }
        assertTrue(holding >= 33, holding + " of 40");
    }

    @Test
    void shiftedDataIsToldApart() {
        TwoSampleTest test = TwoSampleTest.of(noise(100, 8, 2, random(1)), noise(100, 8, 0, random(2)), random(3)).orElseThrow();
        // One column shifted by 2 is told apart with Phi(2 / sqrt 2) = .92, a twentieth of the values unknown.
        assertTrue(test.auc() > 0.82 && test.interval().low() > 0.75 && test.interval().high() < 1, test.toString());
        TwoSampleTest sure = TwoSampleTest.of(noise(20, 1, 500, random(1)), noise(20, 1, -500, random(2)), random(3)).orElseThrow();
        assertTrue(sure.auc() > 0.9 && sure.interval().low() < 1, sure.toString());
    }

    @Test
    void aFewPiecesTellNothing() {
        assertEquals(Optional.empty(), TwoSampleTest.of(noise(9, 3, 0, random(1)), noise(90, 3, 0, random(1)), random(1)));
        assertEquals(2, TwoSampleTest.of(noise(10, 3, 0, random(1)), noise(10, 3, 0, random(2)), random(1)).orElseThrow().folds());
    }

    @Test
    void allOfOneKindOfNumbersIsEvenOdds() {
        double[][] constant = new double[12][3];
        assertEquals(0.5, TwoSampleTest.of(constant, constant, random(1)).orElseThrow().auc(), 1e-12);
    }

    @Test
    void theAreaIsTheShareOfPairsAndVariesAsDeLongSays() {
        AreaUnderCurve area = AreaUnderCurve.of(new double[] {3, 2}, new double[] {1, 2});
        assertEquals(0.875, area.value());
        // Placements 1 and .75, .75 and 1... each with a variance of 1/32 over 2.
        assertEquals(1.0 / 32, area.variance(), 1e-12);
    }

    @Test
    void frechetOfDiagonalCovariancesIsKnown() {
        double[][] one = {{4, 0}, {0, 9}};
        double[][] other = {{1, 0}, {0, 1}};
        assertEquals(3 * 3 + 4 * 4 + (2 - 1) * (2 - 1) + (3 - 1) * (3 - 1),
                Frechet.of(new double[] {3, 4}, one, new double[] {0, 0}, other), 1e-9);
        double[][] full = {{2, 0.5}, {0.5, 1}};
        assertEquals(0, Frechet.of(new double[] {1, 1}, full, new double[] {1, 1}, full), 1e-9);
    }

    @Test
    void frechetGrowsWithTheShiftAndIsZeroForTheSame() {
        double[][] music = noise(80, 5, 0, random(1));
        double near = Frechet.cadenza(noise(80, 5, 0.5, random(2)), music);
        double far = Frechet.cadenza(noise(80, 5, 3, random(2)), music);
        assertEquals(0, Frechet.cadenza(music, music), 1e-9);
        assertTrue(near > 0 && far > near + 4, near + " " + far);
        assertTrue(Double.isNaN(Frechet.cadenza(new double[][] {{1}}, music)));
        assertTrue(Double.isNaN(Frechet.cadenza(new double[3][2], new double[3][2])));
    }

    @Test
    void axesOfASymmetricMatrixAreFound() {
        double[][] matrix = {{4, 1, 0.5}, {1, 3, -1}, {0.5, -1, 2}};
        SymmetricMatrix.Eigen eigen = SymmetricMatrix.eigen(matrix);
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                double sum = 0;
                for (int j = 0; j < 3; j++) {
                    sum += eigen.vectors()[i][j] * eigen.values()[j] * eigen.vectors()[k][j];
                }
                assertEquals(matrix[i][k], sum, 1e-12);
            }
        }
        assertArrayEquals(new double[] {1, -2, 3}, SymmetricMatrix.solved(new double[][] {{4, 1, 0.5}, {1, 3, -1}, {0.5, -1, 2}},
                new double[] {3.5, -8, 8.5}), 1e-12);
    }
}
