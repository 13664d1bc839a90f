package dev.cadenza.model.generate;

import dev.cadenza.model.Autoregressive;
import dev.cadenza.model.MusicModel;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.theory.Key;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Makes music. Equal model, request and seed give equal takes, on any number of threads and on every machine.
public final class Composer {

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");
    private static final int RETRIES = 4;
    /// How many bars at the end are written several times.
    private static final int ENDING_BARS = 4;
    private static final long SEEDS = 1L << 48;

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
        Task task = switch (model) {
            case Autoregressive autoregressive -> switch (request) {
                case GenerationRequest.Compose compose -> new Composition(autoregressive, compose);
                case GenerationRequest.Continue more -> Continuation.of(autoregressive, more);
            };
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, request.takes()))) {
            List<Future<Take>> futures = new ArrayList<>();
            for (int i = 0; i < request.takes(); i++) {
                long seed = request.seed() + i;
                futures.add(pool.submit(() -> take(task, request, seed)));
            }
            try {
                List<Take> takes = new ArrayList<>();
                for (Future<Take> future : futures) {
                    takes.add(future.get());
                }
                return takes;
            } catch (ExecutionException e) {
                pool.shutdownNow();
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new CancellationException("composing was interrupted");
            }
        }
    }

    /// One take: a degenerate one is thrown away and the next seed is tried.
    private static Take take(Task task, GenerationRequest request, long first) {
        List<String> notices = new ArrayList<>();
        long seed = first;
        for (int attempt = 0;; attempt++) {
            Attempt made = attempt(task, request, seed);
            if (made.result().fault().isEmpty() || attempt == RETRIES) {
                made.result().fault().ifPresent(fault -> notices.add("The music " + fault + ", as in "
                        + RETRIES + " earlier attempts; another temperature may help."));
                notices.addAll(made.notices());
                return new Take(made.result().score(), seed, notices);
            }
            long next = nextSeed(seed);
            notices.add("With seed " + seed + " the music " + made.result().fault().get() + "; seed " + next
                    + " was tried instead.");
            seed = next;
        }
    }

    private record Attempt(Task.Result result, Set<String> notices) {
    }

    private static Attempt attempt(Task task, GenerationRequest request, long seed) {
        RandomGenerator random = random(seed);
        Outline outline = task.outline(random);
        Autoregressive model = task.model();
        List<Mask> masks = masks(task, request, outline);
        Sampler sampler = Sampler.of(request.sampling());
        Drafting drafting = new Drafting(model, outline, masks, sampler);
        int endingSteps = ENDING_BARS * Outline.barSteps(model.tokenizer(), outline.meter());
        Draft draft = request.constraints().cadence() ? Endings.best(outline, drafting, endingSteps, random)
                : drafting.writeTo(outline.steps(), false, random).draft();
        Task.Result result = task.result(outline, draft, draft.key());
        return new Attempt(result, new LinkedHashSet<>(draft.notices()));
    }

    /// What the request makes certain, in order of importance.
    private static List<Mask> masks(Task task, GenerationRequest request, Outline outline) {
        Autoregressive model = task.model();
        Constraints wanted = request.constraints();
        int quarter = model.tokenizer().stepsPerQuarter();
        int bar = Outline.barSteps(model.tokenizer(), outline.meter());
        int held = Math.min(outline.steps(), bar <= 3 * quarter ? bar : 2 * quarter);
        boolean knowsTheEnd = Outline.knowsTheEnd(model.tokenizer(), model.provenance());
        List<Mask> masks = new ArrayList<>();
        masks.add(new Masks.Close(outline.steps()));
        masks.add(new Masks.FreshStart(outline.given().length / model.tokenizer().width()));
        if (wanted.cadence()) {
            masks.add(new Ending(outline.steps() - held, knowsTheEnd ? 0 : quarter));
        }
        if (wanted.keepSounding()) {
            masks.add(new Masks.Rests(Math.max(1, bar / 2)));
        }
        if (wanted.keepToRange()) {
            masks.add(new Masks.Range(task.ranges()));
        }
        if (wanted.keepToKey()) {
            request.key().ifPresent(key -> masks.add(new Masks.InKey(Key.of(key))));
        }
        if (wanted.voiceLeading()) {
            masks.add(new Masks.Order(task.ranges()));
            masks.add(new Room(task.ranges(), outline.steps() - held));
            masks.add(new Masks.Unison(2 * quarter));
            masks.add(new Masks.Parallels());
        }
        return masks;
    }

    static RandomGenerator random(long seed) {
        return RANDOM.create(seed);
    }

    /// The seed that is tried after one whose music was of no use.
    private static long nextSeed(long seed) {
        return Math.floorMod(random(seed).nextLong(), SEEDS);
    }
}
