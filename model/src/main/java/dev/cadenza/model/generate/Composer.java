package dev.cadenza.model.generate;

import dev.cadenza.corpus.EventTokenizer;
import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.model.Adversarial;
import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.Gibbs;
import dev.cadenza.model.Latent;
import dev.cadenza.model.MusicModel;
import dev.cadenza.model.NoiseDriven;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Makes music. Equal model, request and seed give equal takes, on any number of threads and on every machine.
public final class Composer {

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private Composer() {
    }

    /// The takes of a request, made on all processors.
    ///
    /// @throws CadenzaException.RequestException where the model cannot do what is asked
    public static List<Take> compose(MusicModel model, GenerationRequest request) {
        return compose(model, request, Runtime.getRuntime().availableProcessors());
    }

    /// The takes of a request, in order.
    ///
    /// @param threads how many takes are made at once, 1 or more
    /// @throws CadenzaException.RequestException where the model cannot do what is asked
    /// @throws CancellationException where the calling thread was interrupted
    public static List<Take> compose(MusicModel model, GenerationRequest request, int threads) {
        return compose(model, request, threads, _ -> { });
    }

    /// The takes of a request, in order, with word of how far they are.
    ///
    /// @param threads how many takes are made at once, 1 or more
    /// @param done told on the calling thread, several times a second, what share of all is done: 0..1, never less than before. What it
    ///             throws ends the work.
    /// @throws CadenzaException.RequestException where the model cannot do what is asked
    /// @throws CancellationException where the calling thread was interrupted
    public static List<Take> compose(MusicModel model, GenerationRequest request, int threads, DoubleConsumer done) {
        if (request instanceof GenerationRequest.Interpolate path) {
            return Interpolation.of(latent(model), path).takes();
        }
        return Takes.made(maker(model, request), request, threads, done);
    }

    private static Maker maker(MusicModel model, GenerationRequest request) {
        if (request instanceof GenerationRequest.Compose compose && compose.start() instanceof Start.Leaning) {
            latent(model);
        }
        return switch (model) {
            case Autoregressive autoregressive -> maker(autoregressive, request);
            case NoiseDriven driven -> seed -> maker(
                    driven.given(Noise.draw(driven.noise(), random(random(seed).nextLong()))), request).make(seed);
            case Gibbs gibbs -> GibbsMaker.of(gibbs, request);
            case Latent latent -> switch (request) {
                case GenerationRequest.Compose compose -> seed -> maker(
                        Sampled.drawn(latent, compose, random(random(seed).nextLong())), compose).make(seed);
                case GenerationRequest.Vary vary -> Variation.of(latent, vary);
                case GenerationRequest.Interpolate path -> throw new IllegalArgumentException("a way has no takes: " + path.steps());
                case GenerationRequest.Continue more -> throw unsuited(model, "goes on with no music; it varies it");
                case GenerationRequest.Accompany join -> throw unsuited(model, "accompanies nothing");
                case GenerationRequest.Harmonize _, GenerationRequest.Infill _ -> throw unsuited(model, "fills in nothing between");
            };
            case Adversarial band -> switch (request) {
                case GenerationRequest.Compose compose -> BandComposition.of(band, compose);
                case GenerationRequest.Accompany join -> Accompaniment.of(band, join);
                case GenerationRequest.Continue more -> throw unsuited(model, "goes on with no music");
                case GenerationRequest.Harmonize _, GenerationRequest.Infill _ -> throw unsuited(model, "makes no voices");
                case GenerationRequest.Vary _, GenerationRequest.Interpolate _ -> throw notLatent(model);
            };
        };
    }

    private static Maker maker(Autoregressive model, GenerationRequest request) {
        return switch (model.tokenizer()) {
            case GridTokenizer grid -> new GridMaker(switch (request) {
                case GenerationRequest.Compose compose -> new Composition(model, grid, compose);
                case GenerationRequest.Continue more -> Continuation.of(model, grid, more);
                case GenerationRequest.Accompany join -> throw unsuited(model, "accompanies nothing");
                case GenerationRequest.Harmonize _, GenerationRequest.Infill _ -> throw unsuited(model, "fills in nothing between");
                case GenerationRequest.Vary _, GenerationRequest.Interpolate _ -> throw notLatent(model);
            }, request);
            case EventTokenizer events -> new EventMaker(switch (request) {
                case GenerationRequest.Compose compose -> new EventComposition(model, events, compose);
                case GenerationRequest.Continue more -> EventContinuation.of(model, events, more);
                case GenerationRequest.Accompany join -> throw unsuited(model, "accompanies nothing");
                case GenerationRequest.Harmonize _, GenerationRequest.Infill _ -> throw unsuited(model, "fills in nothing between");
                case GenerationRequest.Vary _, GenerationRequest.Interpolate _ -> throw notLatent(model);
            }, request);
        };
    }

    private static Latent latent(MusicModel model) {
        if (model instanceof Latent latent) {
            return latent;
        }
        throw notLatent(model);
    }

    static RequestException notLatent(MusicModel model) {
        return new RequestException("--model", "NOT_LATENT", "this model (" + model.spec().words() + ") has no space of music to move"
                + " in.", "Use melody-vae, or a model trained with the recipe of a MusicVAE.");
    }

    /// @throws CancellationException where the calling thread was interrupted
    static void checkInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("composing was interrupted");
        }
    }

    static RequestException unsuited(MusicModel model, String what) {
        String kind = model.provenance().style().isEmpty() ? model.spec().words() : model.provenance().style();
        return new RequestException("--model", "MODEL_UNSUITED", "this model (" + kind + ") " + what + ".",
                "cadenza models lists the others.");
    }

    static RandomGenerator random(long seed) {
        return RANDOM.create(seed);
    }
}
