package dev.cadenza.score.structure;

/// What the numbers of [MetreFeatures] weigh. Learnt by `structure.MetreTraining` of `bench`; see `docs/reference/structure.md`.
final class MetreWeights {

    static final double[] WEIGHTS = {
            -1.389, -1.201, -1.475, 1.860, 0.606, -1.111, 3.088, -0.000, 0.944, 3.365, 0.022, -0.191,
            2.319, -0.454, 2.799, -1.384, -1.276, -0.760, 1.795, -1.126, 0.007, -0.185, -0.243, -1.237,
            0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 2.773, 6.837, 1.335,
            9.055, 0.885, -0.456, -0.047, 0.006, 1.662, -0.017, -0.681, -0.817, 1.036, 0.702, 2.689,
            1.984, 0.209, 0.594, -1.419, -1.255, -3.301};

    private MetreWeights() {
    }
}
