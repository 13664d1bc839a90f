package dev.cadenza.evaluate.study;

import dev.cadenza.evaluate.study.Strengths.Difference;
import dev.cadenza.evaluate.study.Strengths.Strength;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Finds [Strengths] that make choices most likely, with Newton's method.
///
/// To the choices half a win and half a loss of each thing are added, spread over all others, so that nothing becomes infinitely
/// strong because it always won; with two things that is the usual correction of the log odds. Variances are summed over
/// listeners (a sandwich: choices of one listener are not independent), and never taken for smaller than they would be if every
/// choice were of a listener of its own; intervals are Student's t with as many degrees of freedom as there are listeners less one.
final class BradleyTerry {

    /// More would take long; rank fewer.
    static final int MOST_THINGS = 300;

    private static final int MOST_STEPS = 100;
    private static final double LONGEST_STEP = 2;
    private static final double CLOSE = 1e-10;

    /// A choice between two things.
    ///
    /// @param listener whose, counted from 0
    record Contest(int winner, int loser, int listener) {
    }

    private final List<String> names;
    private final List<Contest> contests;
    private final int listeners;
    private final double[][] wins;
    private final double[] strength;

    private BradleyTerry(List<String> names, List<Contest> contests, int listeners) {
        this.names = names;
        this.contests = contests;
        this.listeners = listeners;
        int n = names.size();
        this.wins = new double[n][n];
        this.strength = new double[n];
        double given = 0.5 / (n - 1);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                wins[i][j] = i == j ? 0 : given;
            }
        }
        contests.forEach(contest -> wins[contest.winner()][contest.loser()]++);
    }

    /// @param names of the things, 2 to [#MOST_THINGS]
    /// @param listeners how many there are
    static Strengths of(List<String> names, List<Contest> contests, int listeners) {
        BradleyTerry model = new BradleyTerry(names, contests, listeners);
        double[][] inverse = model.fit();
        return model.strengths(inverse);
    }

    /// The inverse of the information at the maximum.
    private double[][] fit() {
        int n = names.size();
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] slope = new double[n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    slope[i] += i == j ? 0 : wins[i][j] - (wins[i][j] + wins[j][i]) * chance(i, j);
                }
            }
            double[] way = times(inverse(information()), slope);
            double longest = IntStream.range(0, n).mapToDouble(i -> Math.abs(way[i])).max().orElse(0);
            double share = Math.min(1, LONGEST_STEP / Math.max(longest, CLOSE));
            for (int i = 0; i < n; i++) {
                strength[i] += share * way[i];
            }
            if (longest < CLOSE) {
                break;
            }
        }
        return inverse(information());
    }

    /// That `i` is chosen rather than `j`.
    private double chance(int i, int j) {
        return 1 / (1 + StrictMath.exp(strength[j] - strength[i]));
    }

    /// Plus a constant that makes it invertible and takes away nothing: strengths sum to 0.
    private double[][] information() {
        int n = names.size();
        double[][] information = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                information[i][j] += 1.0 / n;
                if (i != j) {
                    double p = chance(i, j);
                    double weight = (wins[i][j] + wins[j][i]) * p * (1 - p);
                    information[i][j] -= weight;
                    information[i][i] += weight;
                }
            }
        }
        return information;
    }

    private Strengths strengths(double[][] inverse) {
        int n = names.size();
        double[][] influence = influence(inverse);
        // One listener says nothing of others.
        double t = listeners < 2 ? Double.POSITIVE_INFINITY : Proportion.quantile(listeners - 1);
        List<Strength> all = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int one = i;
            double wide = t * StrictMath.sqrt(variance(influence, inverse[i][i] - 1.0 / n, row -> row[one]));
            all.add(new Strength(names.get(i), count(i, true), count(i, false), strength[i], around(strength[i], wide)));
            for (int j = i + 1; j < n && n <= 20; j++) {
                int other = j;
                double apart = strength[i] - strength[j];
                double far = t * StrictMath.sqrt(variance(influence, inverse[i][i] + inverse[j][j] - 2 * inverse[i][j],
                        row -> row[one] - row[other]));
                differences.add(new Difference(names.get(i), names.get(j), apart, around(apart, far)));
            }
        }
        return new Strengths(all, differences);
    }

    private int count(int thing, boolean won) {
        return (int) contests.stream().filter(contest -> (won ? contest.winner() : contest.loser()) == thing).count();
    }

    private static Interval around(double value, double width) {
        return new Interval(value - width, value + width);
    }

    /// What each listener moves each strength by.
    private double[][] influence(double[][] inverse) {
        int n = names.size();
        double[][] scores = new double[listeners][n];
        for (Contest contest : contests) {
            double surprise = 1 - chance(contest.winner(), contest.loser());
            scores[contest.listener()][contest.winner()] += surprise;
            scores[contest.listener()][contest.loser()] -= surprise;
        }
        double[][] influence = new double[listeners][];
        for (int i = 0; i < listeners; i++) {
            influence[i] = times(inverse, scores[i]);
        }
        return influence;
    }

    private interface Contrast {
        double of(double[] row);
    }

    private double variance(double[][] influence, double independent, Contrast contrast) {
        double sum = 0;
        for (double[] row : influence) {
            double value = contrast.of(row);
            sum += value * value;
        }
        return listeners < 2 ? independent : Math.max(independent, sum * listeners / (listeners - 1));
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] out = new double[vector.length];
        for (int i = 0; i < out.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                out[i] += matrix[i][j] * vector[j];
            }
        }
        return out;
    }

    /// By Gauss and Jordan; the matrix is positive definite, so no row need be exchanged.
    private static double[][] inverse(double[][] matrix) {
        int n = matrix.length;
        double[][] left = new double[n][];
        double[][] right = new double[n][n];
        for (int i = 0; i < n; i++) {
            left[i] = matrix[i].clone();
            right[i][i] = 1;
        }
        for (int pivot = 0; pivot < n; pivot++) {
            double scale = 1 / left[pivot][pivot];
            for (int column = 0; column < n; column++) {
                left[pivot][column] *= scale;
                right[pivot][column] *= scale;
            }
            for (int row = 0; row < n; row++) {
                double factor = left[row][pivot];
                for (int column = 0; row != pivot && factor != 0 && column < n; column++) {
                    left[row][column] -= factor * left[pivot][column];
                    right[row][column] -= factor * right[pivot][column];
                }
            }
        }
        return right;
    }
}
