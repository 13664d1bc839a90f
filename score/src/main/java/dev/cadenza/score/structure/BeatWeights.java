package dev.cadenza.score.structure;

/// What counts for and against beats in a performance; see [BeatTracker]. What a beat gains and costs counts for
/// each second of it; a change of speed counts once.
///
/// @param salience of notes on beats beside those between
/// @param steady cost of a change of speed: of the square of the logarithm to base 2 of the ratio of two beats' lengths
/// @param usual cost of speeds that are not usual: of the square of the logarithm to base 2 of the ratio to `usualSeconds`
/// @param grid cost of notes between beats that lie on no half, third or quarter of one
/// @param missing cost of a beat at which no note begins
/// @param usualSeconds the usual length of a beat
/// @param fourth cost of notes on quarters of a beat
public record BeatWeights(double salience, double steady, double usual, double grid, double missing, double usualSeconds,
        double fourth) {

    /// Chosen on half of the performances of `docs/reference/structure.md`.
    public static final BeatWeights USUAL = new BeatWeights(1, 30, 0.5, 10, 0.4, 0.6, 0.3);
}
