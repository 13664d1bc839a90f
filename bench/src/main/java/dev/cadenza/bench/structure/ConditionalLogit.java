package dev.cadenza.bench.structure;

import java.util.List;

/// Learns weights such that the right one of several options has the largest weighted sum: softmax over the options,
/// gradient descent with momentum of each number's own scale (Adam), all cases at once.
final class ConditionalLogit {

    /// One choice.
    ///
    /// @param options the numbers of each
    /// @param right the index of the right one
    /// @param weight how much the case counts
    record Case(List<double[]> options, int right, double weight) {
    }

    private ConditionalLogit() {
    }

    /// @param numbers how many numbers an option has
    /// @param shrink weight of the sum of squares that is kept small
    static double[] learn(List<Case> cases, int numbers, int rounds, double rate, double shrink) {
        double[] weights = new double[numbers];
        double[] mean = new double[numbers];
        double[] square = new double[numbers];
        double all = cases.stream().mapToDouble(Case::weight).sum();
        for (int round = 1; round <= rounds; round++) {
            double[] gradient = new double[numbers];
            double loss = 0;
            for (Case one : cases) {
                loss += one.weight * step(one, weights, gradient, one.weight / all);
            }
            double speed = rate * (1 - (double) round / (rounds + 1));
            for (int i = 0; i < numbers; i++) {
                double slope = gradient[i] + shrink * weights[i];
                mean[i] = 0.9 * mean[i] + 0.1 * slope;
                square[i] = 0.999 * square[i] + 0.001 * slope * slope;
                double m = mean[i] / (1 - Math.pow(0.9, round));
                double v = square[i] / (1 - Math.pow(0.999, round));
                weights[i] -= speed * m / (Math.sqrt(v) + 1e-8);
            }
            if (round % 100 == 0) {
                System.err.printf("round %d: %.4f nats a choice%n", round, loss / all);
            }
        }
        return weights;
    }

    private static double step(Case one, double[] weights, double[] gradient, double share) {
        int n = one.options.size();
        double[] sums = new double[n];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double[] option = one.options.get(i);
            for (int j = 0; j < weights.length; j++) {
                sums[i] += weights[j] * option[j];
            }
            most = Math.max(most, sums[i]);
        }
        double total = 0;
        double right = sums[one.right] - most;
        for (int i = 0; i < n; i++) {
            sums[i] = Math.exp(sums[i] - most);
            total += sums[i];
        }
        for (int i = 0; i < n; i++) {
            double slope = (sums[i] / total - (i == one.right ? 1 : 0)) * share;
            if (Math.abs(slope) > 1e-9) {
                double[] option = one.options.get(i);
                for (int j = 0; j < weights.length; j++) {
                    gradient[j] += slope * option[j];
                }
            }
        }
        return Math.log(total) - right;
    }
}
