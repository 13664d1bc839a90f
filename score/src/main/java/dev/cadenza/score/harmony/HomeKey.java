package dev.cadenza.score.harmony;

/// Finds the key of a piece from its keys over time.
final class HomeKey {

    /// How much the first and the last key count, against all keys by their length.
    private static final double OPENING = 1;
    private static final double CLOSING = 1;
    private static final double LENGTH = 4;

    private HomeKey() {
    }

    /// @param keys by slice, 12 * mode + tonic; one or more
    static int of(int[] keys, HarmonyModel model) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int home = 0; home < HarmonyModel.KEYS; home++) {
            double score = 0;
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
