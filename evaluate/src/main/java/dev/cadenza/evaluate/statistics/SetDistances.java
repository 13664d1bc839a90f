package dev.cadenza.evaluate.statistics;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// MGEval's comparison of two sets by one feature (Yang and Lerch 2018): Euclidean distances between all pairs inside each set,
/// and between the sets.
///
/// @param intra distances inside the first set
/// @param otherIntra distances inside the second
/// @param inter distances between members of both
/// @param divergence Kullback-Leibler divergence of the distances inside the first set from those between the sets, in nats, on one
///                   common grid
/// @param overlapArea what their densities have in common, 0..1
public record SetDistances(Summary intra, Summary otherIntra, Summary inter, double divergence, double overlapArea) {

    /// Of larger sets so many are drawn.
    public static final int MOST = 200;

    /// Measures. Vectors with a number that is not finite are left out.
    ///
    /// @param one vectors, all of one length; two or more
    /// @param other likewise
    /// @throws IllegalArgumentException where fewer are left
    public static SetDistances of(double[][] one, double[][] other, RandomGenerator random) {
        double[][] first = drawn(one, random);
        double[][] second = drawn(other, random);
        if (first.length < 2 || second.length < 2) {
            throw new IllegalArgumentException("distances need two pieces in each set");
        }
        double[] intra = within(first);
        double[] inter = between(first, second);
        Densities densities = Densities.of(intra, inter);
        return new SetDistances(Summary.of(intra), Summary.of(within(second)), Summary.of(inter), densities.divergence(),
                densities.overlapArea());
    }

    private static double[][] drawn(double[][] all, RandomGenerator random) {
        double[][] usable = Arrays.stream(all).filter(vector -> Arrays.stream(vector).allMatch(Double::isFinite)).toArray(double[][]::new);
        return usable.length <= MOST ? usable
                : Arrays.stream(Draws.some(usable.length, MOST, random)).mapToObj(i -> usable[i]).toArray(double[][]::new);
    }

    private static double[] within(double[][] set) {
        double[] distances = new double[set.length * (set.length - 1) / 2];
        int next = 0;
        for (int i = 0; i < set.length; i++) {
            for (int k = 0; k < i; k++) {
                distances[next++] = distance(set[i], set[k]);
            }
        }
        return distances;
    }

    private static double[] between(double[][] one, double[][] other) {
        double[] distances = new double[one.length * other.length];
        int next = 0;
        for (double[] vector : one) {
            for (double[] against : other) {
                distances[next++] = distance(vector, against);
            }
        }
        return distances;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }
}
