package dev.cadenza.score.structure;

/// What the numbers of [Boundaries] weigh. Learnt by `structure.PhraseAccuracy` of `bench`; the first,
/// which alone is 1 everywhere, was then raised by 1.6 so that as many boundaries are found as there are.
final class PhraseWeights {

    static final double[] WEIGHTS = {-3.286, 5.672, -0.026, 0.287, 0.799, 0.821, -0.249, -0.700, -1.204, 1.182, -3.874, 1.411,
            1.199, 0.168, 0.854, -0.153};

    /// Cost of a phrase that is not as long as is usual in its piece: of the square of the logarithm to base 2 of the ratio.
    static final double LENGTH = 1.5;

    private PhraseWeights() {
    }
}
