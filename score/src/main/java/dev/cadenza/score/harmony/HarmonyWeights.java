package dev.cadenza.score.harmony;

/// How much each kind of evidence counts against the others.
///
/// @param tones what sounds, against the chord
/// @param lowest what lies lowest, against the chord
/// @param profile what sounds, against the key
/// @param spelling how notes are written, against the key
/// @param moves which chord follows which
/// @param changes whether chord or key changes at all
/// @param keyChange added to each change of key; negative makes them rarer
/// @param piece how well the profile of the key suits the whole piece; less where that is long
/// @param around how well it suits what sounds around each place
public record HarmonyWeights(double tones, double lowest, double profile, double spelling, double moves, double changes, double keyChange,
        double piece, double around) {

    /// How they were chosen: `docs/reference/analysis.md`.
    public static final HarmonyWeights CHOSEN = new HarmonyWeights(1.6, 1.2, 0.3, 1, 1, 1, -14, 2, 2);
}
