package dev.cadenza.evaluate.metric;

import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The beats of a metre, and how strong the sixteenths of a bar are.
final class Beats {

    private Beats() {
    }

    /// Whether beats are dotted, as in 6/8, 9/8 and 12/8.
    static boolean compound(Meter meter) {
        return meter.denominator() >= 8 && meter.numerator() % 3 == 0 && meter.numerator() > 3;
    }

    /// Length of a beat in ticks: the note of the denominator, or three of them.
    static double ticks(Meter meter, int resolution) {
        return 4.0 * resolution / meter.denominator() * (compound(meter) ? 3 : 1);
    }

    /// Metrical weights of the sixteenths of a whole bar, after Longuet-Higgins and Lee (1984): 0 for the first, and one less at
    /// each level of the tree that parts the bar, its halves or thirds, its beats, and beats by three and two. Of 4/4:
    /// 0 -4 -3 -4 -2 -4 -3 -4 -1 -4 -3 -4 -2 -4 -3 -4. Empty where a beat is no whole number of sixteenths.
    static int[] weights(Meter meter) {
        if (meter.denominator() > 16) {
            return new int[0];
        }
        int[] weights = new int[meter.numerator() * 16 / meter.denominator()];
        Arrays.fill(weights, Integer.MIN_VALUE);
        weights[0] = 0;
        int unit = weights.length;
        int level = 0;
        for (int parts : divisions(meter)) {
            unit /= parts;
            level--;
            for (int i = 0; i < weights.length; i += unit) {
                weights[i] = Math.max(weights[i], level);
            }
        }
        return weights;
    }

    /// Into how many parts each level divides the one above.
    private static List<Integer> divisions(Meter meter) {
        List<Integer> divisions = new ArrayList<>();
        int beats = compound(meter) ? meter.numerator() / 3 : meter.numerator();
        for (int prime = 2; beats > 1; prime++) {
            while (beats % prime == 0) {
                divisions.add(prime);
                beats /= prime;
            }
        }
        if (compound(meter)) {
            divisions.add(3);
        }
        for (int value = meter.denominator(); value < 16; value *= 2) {
            divisions.add(2);
        }
        return divisions;
    }
}
