package dev.cadenza.evaluate.statistics;

/// The area under the ROC curve, and its variance after DeLong, DeLong and Clarke-Pearson (1988).
///
/// @param value share of the pairs in which the positive one scores higher; equal scores count half
record AreaUnderCurve(double value, double variance) {

    /// @param positive two or more
    /// @param negative two or more
    static AreaUnderCurve of(double[] positive, double[] negative) {
        double[] above = new double[positive.length];
        double[] below = new double[negative.length];
        for (int i = 0; i < positive.length; i++) {
            for (int k = 0; k < negative.length; k++) {
                double wins = positive[i] > negative[k] ? 1 : positive[i] == negative[k] ? 0.5 : 0;
                above[i] += wins / negative.length;
                below[k] += wins / positive.length;
            }
        }
        Summary one = Summary.of(above);
        Summary other = Summary.of(below);
        return new AreaUnderCurve(one.mean(), one.spread() * one.spread() / positive.length
                + other.spread() * other.spread() / negative.length);
    }
}
