package dev.cadenza.model.generate;

import dev.cadenza.model.Adversarial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// The noise of the phrases of a piece in the form AABA: what says what the piece is like stays the same; of what says how a phrase
/// goes, most comes back, but for every third phrase of four.
final class FormNoise {

    private static final int FORM = 4;
    private static final int CONTRAST = 2;
    /// How much of the noise of a phrase comes back when it is repeated.
    private static final float KEPT = 0.95f;

    private FormNoise() {
    }

    /// The noise of each phrase.
    static List<float[]> draw(Adversarial model, int phrases, RandomGenerator random) {
        float[] steady = Noise.draw(model.steady(), random);
        float[] first = {};
        List<float[]> noises = new ArrayList<>();
        for (int phrase = 0; phrase < phrases; phrase++) {
            float[] fresh = Noise.draw(model.noise() - model.steady(), random);
            boolean repeats = phrase > 0 && phrase % FORM != CONTRAST;
            first = phrase == 0 ? fresh : first;
            noises.add(joined(steady, repeats ? mixed(first, fresh) : fresh));
        }
        return noises;
    }

    /// Noise near to some other: as much of it as is kept, and as much of the fresh one as leaves the variance.
    private static float[] mixed(float[] known, float[] fresh) {
        float rest = (float) Math.sqrt(1 - KEPT * KEPT);
        float[] mixed = new float[known.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = KEPT * known[i] + rest * fresh[i];
        }
        return mixed;
    }

    private static float[] joined(float[] first, float[] second) {
        float[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
