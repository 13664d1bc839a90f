package dev.cadenza.evaluate.study;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;

/// Wilcoxon's signed-rank test of differences, and what goes with it.
///
/// @param p that such differences, or larger ones, come by chance where there are none: 0..1, two-sided
/// @param effect matched-pairs rank-biserial correlation (Kerby 2014): the share of the ranks in favour less that against, -1..1
/// @param median pseudo-median of Hodges and Lehmann: the middle of the means of any two differences
/// @param interval of the pseudo-median, from the distribution of the test (Hollander, Wolfe and Chicken 2014, 3.3); from `-widest`
///     to `widest` with fewer than six differences, which no test can tell from chance at 5 %
record SignedRanks(double p, double effect, double median, Interval interval) {

    /// Up to here the distribution is counted out, from here it is close to normal.
    private static final int EXACT = 50;
    private static final int FEWEST = 6;
    private static final double NORMAL = 1.959963984540054;
    private static final int HALVINGS = 60;

    /// @param differences at least one
    /// @param widest largest difference there can be
    static SignedRanks of(double[] differences, double widest) {
        double[] sorted = differences.clone();
        Arrays.sort(sorted);
        double[] some = Arrays.stream(sorted).filter(difference -> difference != 0).toArray();
        double p = some.length == 0 ? 1 : Math.min(1, WilcoxonSignedRankTest.withDefaults().test(sorted).getPValue());
        int n = sorted.length;
        long means = (long) n * (n + 1) / 2;
        double median = (walsh(sorted, (means + 1) / 2) + walsh(sorted, means / 2 + 1)) / 2;
        long cut = n < FEWEST ? 0 : critical(n);
        Interval interval = cut == 0 ? new Interval(-widest, widest) : new Interval(walsh(sorted, cut), walsh(sorted, means + 1 - cut));
        return new SignedRanks(p, some.length == 0 ? 0 : effect(some), median, interval);
    }

    private static double effect(double[] differences) {
        double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
        double sum = Arrays.stream(differences).map(difference -> StrictMath.signum(difference) * rank(sizes, Math.abs(difference))).sum();
        return sum / (sizes.length * (sizes.length + 1.0) / 2);
    }

    /// Its rank among them, the mean where several are equal.
    private static double rank(double[] sorted, double value) {
        long below = Arrays.stream(sorted).filter(other -> other < value).count();
        long equal = Arrays.stream(sorted).filter(other -> other == value).count();
        return below + (equal + 1) / 2.0;
    }

    /// The smallest sum of ranks that is reached or stayed below by chance in at least 2.5 %.
    private static long critical(int n) {
        if (n > EXACT) {
            double middle = n * (n + 1.0) / 4;
            return (long) StrictMath.floor(middle - NORMAL * StrictMath.sqrt(middle * (2 * n + 1) / 6));
        }
        double[] chances = {1};
        for (int rank = 1; rank <= n; rank++) {
            double[] next = new double[chances.length + rank];
            for (int sum = 0; sum < chances.length; sum++) {
                next[sum] += chances[sum] / 2;
                next[sum + rank] += chances[sum] / 2;
            }
            chances = next;
        }
        double below = 0;
        int sum = 0;
        while (below + chances[sum] < Interval.ERROR / 2) {
            below += chances[sum++];
        }
        return sum;
    }

    /// The k-th smallest mean of two of the values, a value with itself included, counted from 1. Found by halving: there may be
    /// too many means to write them down.
    private static double walsh(double[] sorted, long k) {
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        for (int i = 0; i < HALVINGS && low < high; i++) {
            double middle = low + (high - low) / 2;
            if (meansUpTo(sorted, middle) >= k) {
                high = middle;
            } else {
                low = middle;
            }
        }
        // Ratings are fractions of small whole numbers; what is left of halving would only show as noise.
        return Math.rint(high * 1e9) / 1e9;
    }

    private static long meansUpTo(double[] sorted, double limit) {
        long count = 0;
        int j = sorted.length - 1;
        for (int i = 0; i < sorted.length && j >= 0; i++) {
            while (j >= i && (sorted[i] + sorted[j]) / 2 > limit) {
                j--;
            }
            if (j < i) {
                break;
            }
            count += j - i + 1;
        }
        return count;
    }

    /// Holm's step-down adjustment (1979): each value times the number of those not yet refused, never less than the one before.
    static double[] holm(double[] p) {
        int[] order = IntStream.range(0, p.length).boxed().sorted((one, other) -> Double.compare(p[one], p[other]))
                .mapToInt(Integer::intValue).toArray();
        double[] adjusted = new double[p.length];
        double most = 0;
        for (int i = 0; i < order.length; i++) {
            most = Math.max(most, Math.min(1, (p.length - i) * p[order[i]]));
            adjusted[order[i]] = most;
        }
        return adjusted;
    }
}
