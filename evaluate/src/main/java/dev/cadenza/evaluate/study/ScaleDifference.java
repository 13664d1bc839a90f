package dev.cadenza.evaluate.study;

import dev.cadenza.evaluate.Aspect;

/// How differently the two sides are rated on one scale: for each listener, the mean rating of A less that of B.
///
/// @param listeners who rated clips of both sides
/// @param meanA mean over listeners of their mean ratings of A, 1..7
/// @param meanB likewise of B
/// @param difference pseudo-median of the differences, in points; below 0 where A is rated lower
/// @param interval of the difference
/// @param effect rank-biserial correlation, -1..1: 1 where everybody rates A higher, -1 where everybody rates B higher
/// @param p of Wilcoxon's signed-rank test
/// @param adjusted the same, adjusted after Holm for all scales of the group
public record ScaleDifference(Aspect scale, int listeners, double meanA, double meanB, double difference, Interval interval, double effect,
        double p, double adjusted) {

    /// Whether the difference is more than chance would bring: `adjusted` is below 5 %.
    public boolean significant() {
        return adjusted < Interval.ERROR;
    }
}
