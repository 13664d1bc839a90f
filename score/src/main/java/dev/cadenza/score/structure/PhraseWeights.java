package dev.cadenza.score.structure;

/// What the numbers of [Boundaries] weigh. Learnt by `structure.PhraseAccuracy` of `bench`.
final class PhraseWeights {

    static final double[] WEIGHTS = new double[Boundaries.COUNT];

    /// Cost of a phrase that is not as long as is usual in its piece: of the square of the logarithm to base 2 of the ratio.
    static final double LENGTH = 1.5;

    private PhraseWeights() {
    }
}
