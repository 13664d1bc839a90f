package dev.cadenza.bench.band;

import dev.cadenza.bench.model.Seconds;
import dev.cadenza.model.Adversarial;
import dev.cadenza.model.Models;
import dev.cadenza.score.Meter;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/// Seconds for a phrase of a band, see [Seconds]: out of noise, and as a piece of that length that `compose` makes, with a key, a form
/// and an ending.
///
/// `PhraseSpeed MODEL [RUNS]`
public final class PhraseSpeed {

    private PhraseSpeed() {
    }

    public static void main(String[] args) {
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 15;
        Seconds loading = Seconds.of(2, run -> Models.load(Path.of(args[0])));
        Adversarial model = (Adversarial) Models.load(Path.of(args[0]));
        Meter meter = model.meters().getFirst();
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        System.out.println("loading the model: " + loading);
        System.out.println("a phrase of " + model.bars() + " bars of noise: " + Seconds.of(runs, run -> {
            float[] noise = new float[model.noise()];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (float) random.nextGaussian();
            }
            model.phrase(noise, meter);
        }));
        System.out.println("composing " + model.bars() + " bars: " + Seconds.ofComposing(model, model.bars(), runs));
    }
}
