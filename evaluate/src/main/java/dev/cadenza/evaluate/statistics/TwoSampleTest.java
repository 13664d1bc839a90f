package dev.cadenza.evaluate.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// How well a classifier tells two sets of pieces apart that it has not seen (Lopez-Paz and Oquab 2017).
///
/// Logistic regression learns from four fifths of both sets and judges the rest, five times; its penalty is the number of
/// columns, which lets the log odds vary by about one before anything is learnt. Numbers are standardised, and NaN
/// filled in, by what the learning part says.
///
/// @param auc chance that of a pair the piece of the first set is recognised as such: .5 where they cannot be told apart, 1 where
///            they always can; mean of the parts
/// @param interval where it lies, from DeLong's variances (1988) of the parts; as what is learnt from for one part is judged in
///                 others, the variance of their mean is `1 / folds + 1 / (folds - 1)` times that of a part (Nadeau and Bengio 2003)
/// @param folds how many parts, 2..5
public record TwoSampleTest(double auc, Interval interval, int folds) {

    /// Fewer pieces in a set tell nothing.
    public static final int LEAST = 10;

    private static final int FOLDS = 5;
    private static final int LEAST_A_FOLD = 5;
    private static final double NORMAL = 1.959963984540054;
    private static final double TAIL = 0.025;
    private static final double SURE = 1e-12;

    /// Tests.
    ///
    /// @param one rows of numbers about pieces, all of one length; NaN where one does not apply
    /// @return empty where a set has fewer than [#LEAST] rows
    public static Optional<TwoSampleTest> of(double[][] one, double[][] other, RandomGenerator random) {
        int least = Math.min(one.length, other.length);
        if (least < LEAST) {
            return Optional.empty();
        }
        int folds = Math.min(FOLDS, least / LEAST_A_FOLD);
        int[] order = Draws.shuffled(one.length, random);
        int[] otherOrder = Draws.shuffled(other.length, random);
        double sum = 0;
        double variance = 0;
        for (int fold = 0; fold < folds; fold++) {
            double[][] learnt = chosen(one, order, fold, folds, false);
            double[][] otherLearnt = chosen(other, otherOrder, fold, folds, false);
            double[][] all = joined(learnt, otherLearnt);
            Standardised scale = Standardised.by(all);
            double[][] rows = scale.apply(all);
            boolean[] positive = new boolean[rows.length];
            Arrays.fill(positive, 0, learnt.length, true);
            Logistic model = Logistic.fitted(rows, positive, Math.max(1, rows[0].length));
            AreaUnderCurve area = AreaUnderCurve.of(scores(model, scale.apply(chosen(one, order, fold, folds, true))),
                    scores(model, scale.apply(chosen(other, otherOrder, fold, folds, true))));
            sum += area.value();
            variance += area.variance();
        }
        double auc = sum / folds;
        return Optional.of(new TwoSampleTest(auc, interval(auc, Math.sqrt(variance / folds * (1.0 / folds + 1.0 / (folds - 1))), least), folds));
    }

    /// Where all is told apart, or nothing, the variance is 0 and says too much: then so high a chance of success is within, or so
    /// low, that a run of that length is not odd.
    private static Interval interval(double auc, double deviation, int least) {
        double run = StrictMath.pow(TAIL, 1.0 / least);
        double low = auc > 1 - SURE ? run : auc - NORMAL * deviation;
        double high = auc < SURE ? 1 - run : auc + NORMAL * deviation;
        return new Interval(Math.max(0, low), Math.min(1, high));
    }

    private static double[][] chosen(double[][] rows, int[] order, int fold, int folds, boolean judged) {
        return IntStream.range(0, rows.length).filter(i -> (i % folds == fold) == judged).mapToObj(i -> rows[order[i]])
                .toArray(double[][]::new);
    }

    private static double[][] joined(double[][] one, double[][] other) {
        double[][] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private static double[] scores(Logistic model, double[][] rows) {
        return Arrays.stream(rows).mapToDouble(model::score).toArray();
    }
}
