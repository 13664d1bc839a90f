package dev.cadenza.model.generate;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The key that fits pitch classes best, by correlation with the profiles of Krumhansl and Kessler (1982).
final class KeyGuess {

    private static final double[] MAJOR = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};
    private static final double[] MINOR = {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};

    private KeyGuess() {
    }

    /// @param weights 12: how long each pitch class sounds
    static KeySignature of(double[] weights) {
        KeySignature best = new KeySignature(0, 0, Mode.MAJOR);
        double highest = Double.NEGATIVE_INFINITY;
        for (KeySignature key : keys()) {
            double fit = correlation(weights, key.mode() == Mode.MAJOR ? MAJOR : MINOR, key.tonic());
            if (fit > highest) {
                highest = fit;
                best = key;
            }
        }
        return best;
    }

    /// The 24 keys, each with the fewest accidentals.
    static List<KeySignature> keys() {
        return Stream.of(Mode.values()).flatMap(mode ->
                IntStream.rangeClosed(-5, 6).mapToObj(fifths -> new KeySignature(0, fifths, mode))).toList();
    }

    private static double correlation(double[] weights, double[] profile, int tonic) {
        double meanWeight = mean(weights);
        double meanProfile = mean(profile);
        double product = 0;
        double square = 0;
        double profileSquare = 0;
        for (int i = 0; i < 12; i++) {
            double weight = weights[(i + tonic) % 12] - meanWeight;
            double expected = profile[i] - meanProfile;
            product += weight * expected;
            square += weight * weight;
            profileSquare += expected * expected;
        }
        return square == 0 ? 0 : product / Math.sqrt(square * profileSquare);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
