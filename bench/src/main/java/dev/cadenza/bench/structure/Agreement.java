package dev.cadenza.bench.structure;

import java.util.List;

/// How well moments that were found agree with those that are right: each may be matched once.
///
/// @param matched pairs no further apart than allowed
/// @param found how many were found
/// @param right how many there are
record Agreement(int matched, int found, int right) {

    static Agreement of(List<Double> found, List<Double> right, double tolerance) {
        int matched = 0;
        int i = 0;
        int j = 0;
        while (i < found.size() && j < right.size()) {
            double apart = found.get(i) - right.get(j);
            if (Math.abs(apart) <= tolerance) {
                matched++;
                i++;
                j++;
            } else if (apart < 0) {
                i++;
            } else {
                j++;
            }
        }
        return new Agreement(matched, found.size(), right.size());
    }

    Agreement plus(Agreement other) {
        return new Agreement(matched + other.matched, found + other.found, right + other.right);
    }

    double precision() {
        return found == 0 ? 0 : (double) matched / found;
    }

    double recall() {
        return right == 0 ? 0 : (double) matched / right;
    }

    /// Harmonic mean of precision and recall; 0 where nothing was matched.
    double f() {
        return found + right == 0 ? 0 : 2.0 * matched / (found + right);
    }
}
