package dev.cadenza.score.harmony;

/// Finds the key of a piece from its keys and chords over time, and from how well its pitch classes suit the profiles of keys.
final class HomeKey {

    /// How much the first and the last key count, against all keys by their length.
    private static final double OPENING = 1;
    private static final double CLOSING = 1;
    private static final double LENGTH = 4;

    /// How much the profiles count, and chords on the dominant, by their share of the time.
    private static final double SUITS = 60;
    private static final double DOMINANT = 20;

    private HomeKey() {
    }

    /// @param keys by slice, 12 * mode + tonic; one or more
    /// @param chords by slice
    /// @param ofPiece how well the piece suits each key, as [KeyProfiles#piece()] says
    static int of(int[] keys, int[] chords, HarmonyModel model, double[] ofPiece) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int home = 0; home < HarmonyModel.KEYS; home++) {
            double score = SUITS * ofPiece[home];
            for (int chord : chords) {
                score += ChordKinds.root(chord) == (home + 7) % 12 ? DOMINANT / chords.length : 0;
            }
            for (int key : keys) {
                score += at(model.homes, home, key) * LENGTH / keys.length;
            }
            score += OPENING * at(model.opening, home, keys[0]) + CLOSING * at(model.closing, home, keys[keys.length - 1]);
            if (score > most) {
                most = score;
                best = home;
            }
        }
        return best;
    }

    private static double at(double[][][] shares, int home, int key) {
        return shares[home / 12][key / 12][Math.floorMod(key - home, 12)];
    }
}
