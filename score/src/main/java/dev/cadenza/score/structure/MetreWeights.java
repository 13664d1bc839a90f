package dev.cadenza.score.structure;

/// What the numbers of [MetreFeatures] weigh. Learnt by `structure.MetreTraining` of `bench`; see `docs/reference/structure.md`.
final class MetreWeights {

    static final double[] WEIGHTS = {            0.677, -0.001, -0.117, 1.538, 0.785, 0.273, 2.323, 1.013, 3.416, 0.600, 0.639, -0.501,
            2.517, -0.055, -0.164, 1.187, 0.270, -0.279, 0.307, 0.297, -3.007, 1.370, 0.111, -1.016,
            0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 0.000, 1.149, 7.420, 1.911,
            4.789, -1.243, -2.770, -0.711, -0.016, 1.199, -0.431, -1.738, -0.315, 0.852, 0.754, 1.728,
            1.897, -0.253, -0.338, -2.140, -2.014, -3.637};

    private MetreWeights() {
    }
}
