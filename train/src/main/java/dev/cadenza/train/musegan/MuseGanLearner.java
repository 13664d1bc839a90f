package dev.cadenza.train.musegan;

import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.rand;
import static org.bytedeco.pytorch.global.torch.randn;
import static org.bytedeco.pytorch.global.torch.zeros_like;

import dev.cadenza.corpus.RollTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.musegan.MuseGanShapes;
import dev.cadenza.model.musegan.RollGrid;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.train.Draws;
import dev.cadenza.train.Evaluation;
import dev.cadenza.train.GeneratorLearner;
import dev.cadenza.train.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// Generator and critic of a MuseGAN learn from each other, by WGAN-GP. One that accompanies hears nothing in half of the phrases; in
/// the others each track is given by a toss: it then stands in what the critic hears, too, so that the others have to suit it.
public final class MuseGanLearner implements GeneratorLearner {

    private static final int LEAST_PIECES = 4;
    private static final int LEAST_PHRASES = 32;
    private static final int JUDGED = 128;
    private static final int FIRST_EPOCHS = 3;
    private static final double WIDEST_GAP = 10_000;
    private static final double FULL = 0.5;
    private static final String DISTANCE = "valid.distance";
    private static final String GAP = "valid.criticGap";
    private static final String SOUNDING = "valid.sounding";

    private final Recipe recipe;
    private final Objective.Wasserstein objective;
    private final Phrases phrases;
    private final GeneratorNetwork generator;
    private final CriticNetwork critic;

    private MuseGanLearner(Recipe recipe, Objective.Wasserstein objective, Phrases phrases, GeneratorNetwork generator,
            CriticNetwork critic) {
        this.recipe = recipe;
        this.objective = objective;
        this.phrases = phrases;
        this.generator = generator;
        this.critic = critic;
    }

    /// With weights drawn from libtorch's default generator.
    ///
    /// @throws RequestException where the representation has no tracks, the objective is another, or there is too little music
    public static MuseGanLearner of(ModelSpec.MuseGan spec, TrainRequest request) {
        SortedMap<String, int[]> shapes = MuseGanShapes.of(spec, request.tokenizer());
        if (!(request.recipe().objective() instanceof Objective.Wasserstein objective)) {
            throw new RequestException("objective", "OBJECTIVE_UNSUITED", "MuseGAN learns by the objective \"wasserstein\".",
                    "Let the recipe say so.");
        }
        RollGrid grid = RollGrid.of(spec, request.tokenizer());
        Phrases phrases = new Phrases(spec, (RollTokenizer) request.tokenizer(), grid, request.recipe().stride());
        enough(spec, phrases, request.train());
        return new MuseGanLearner(request.recipe(), objective, phrases, GeneratorNetwork.draw(spec, grid, shapes,
                phrases.rates(phrases.of(request.train()))), CriticNetwork.draw(spec, grid));
    }

    private static void enough(ModelSpec.MuseGan spec, Phrases phrases, List<TokenSequence> pieces) {
        long usable = pieces.stream().filter(piece -> !phrases.of(piece).isEmpty()).count();
        int found = phrases.of(pieces).size();
        if (usable < LEAST_PIECES || found < LEAST_PHRASES) {
            String metres = String.join(" or ", spec.beats().stream().map(beats -> beats + "/4").toList());
            throw new RequestException("the music to learn from", "TOO_LITTLE", usable + " of " + pieces.size() + " pieces are in "
                    + metres + " and have " + spec.bars() + " whole bars in which two of the tracks play ("
                    + String.join(", ", phrases.grid().tracks().stream().map(track -> track.name().toLowerCase(java.util.Locale.ROOT)).toList())
                    + "); they hold " + found + " such phrases. At least " + LEAST_PIECES + " pieces and " + LEAST_PHRASES
                    + " phrases are needed, because a critic knows fewer by heart, and then teaches nothing but these.",
                    "Add music for several instruments, as MIDI files with a track for each.");
        }
    }

    @Override
    public Parameters parameters() {
        return generator.parameters();
    }

    @Override
    public Optional<Rival> rival() {
        return Optional.of(new Opposing());
    }

    /// {@inheritDoc} Less than usual: what is learnt from moves.
    @Override
    public Momentum momentum() {
        return new Momentum(0.5, 0.9);
    }

    /// {@inheritDoc} Batches are in one metre each.
    @Override
    public Epoch epoch(List<TokenSequence> pieces, RandomGenerator random) {
        List<Phrases.Phrase> all = phrases.of(pieces);
        List<List<Phrases.Phrase>> batches = new ArrayList<>();
        for (int beats : generator.spec().beats()) {
            List<Phrases.Phrase> some = new ArrayList<>(all.stream().filter(phrase -> phrase.beats() == beats).toList());
            Draws.shuffle(some, random);
            int size = Math.min(recipe.batch(), some.size());
            for (int from = 0; size > 0 && from + size <= some.size(); from += size) {
                batches.add(List.copyOf(some.subList(from, from + size)));
            }
        }
        Draws.shuffle(batches, random);
        return new Drawn(batches);
    }

    private final class Drawn implements Epoch {

        private final List<List<Phrases.Phrase>> batches;

        Drawn(List<List<Phrases.Phrase>> batches) {
            this.batches = batches;
        }

        @Override
        public int batches() {
            return batches.size();
        }

        @Override
        public Loss loss(int batch, long step) {
            int beats = batches.get(batch).getFirst().beats();
            Tensor made = made(phrases.batch(batches.get(batch)), beats);
            return new Loss(critic.score(made, beats).sum().neg(), batches.get(batch).size());
        }
    }

    private final class Opposing implements Rival {

        @Override
        public Parameters parameters() {
            return critic.parameters();
        }

        @Override
        public double rate() {
            return objective.criticRate();
        }

        @Override
        public long stepsUntil(long step) {
            return step * objective.criticSteps();
        }

        /// {@inheritDoc} Its first step in a batch is on the batch that the generator learns from; each further one is on the one
        /// before.
        @Override
        public Loss loss(Epoch epoch, int batch, long step, long own) {
            List<List<Phrases.Phrase>> batches = ((Drawn) epoch).batches;
            List<Phrases.Phrase> some = batches.get((int) Math.floorMod(batch - own % objective.criticSteps(), (long) batches.size()));
            int beats = some.getFirst().beats();
            Tensor real = phrases.batch(some);
            Tensor made;
            try (NoGradGuard guard = new NoGradGuard()) {
                made = made(real, beats);
            }
            Tensor gap = critic.score(made, beats).sub(critic.score(real, beats)).sum();
            return new Loss(gap.add(critic.penalty(real, made, beats).mul(new Scalar(objective.penalty()))), some.size());
        }
    }

    /// Phrases that are made; of real ones, some tracks are given where the model accompanies.
    private Tensor made(Tensor real, int beats) {
        if (!generator.spec().accompanies()) {
            return generator.played(generator.logits(noise(generator, real.size(0)), beats, real));
        }
        Tensor some = rand(real.size(0), 1).gt(new Scalar(0.5)).to(ScalarType.Float);
        Tensor given = rand(real.size(0), real.size(4)).gt(new Scalar(0.5)).to(ScalarType.Float).mul(some)
                .reshape(real.size(0), 1, 1, 1, real.size(4), 1, 1);
        Tensor heard = real.mul(given);
        Tensor made = generator.played(generator.logits(noise(generator, real.size(0)), beats, heard));
        return heard.add(made.mul(given.neg().add(new Scalar(1))));
    }

    private static Tensor noise(GeneratorNetwork network, long count) {
        return randn(count, 2, network.sources(), network.spec().noise());
    }

    /// {@inheritDoc} What is measured is how far the music of the generator is from the pieces, see [BandStatistics], in the most
    /// usual metre that both have, with nothing given; beside it, how much more real the critic finds the pieces.
    @Override
    public Evaluation evaluate(Parameters weights, List<TokenSequence> pieces, RandomGenerator random) {
        List<Phrases.Phrase> all = phrases.of(pieces);
        Optional<Integer> metre = generator.spec().beats().stream()
                .filter(beats -> all.stream().anyMatch(phrase -> phrase.beats() == beats)).findFirst();
        if (metre.isEmpty()) {
            return Evaluation.none();
        }
        int beats = metre.get();
        List<Phrases.Phrase> some = all.stream().filter(phrase -> phrase.beats() == beats).toList();
        List<Phrases.Phrase> judged = Draws.spread(some, JUDGED);
        manual_seed(random.nextLong());
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            GeneratorNetwork kept = generator.with(weights);
            Tensor real = phrases.batch(judged);
            Tensor made = kept.played(kept.logits(noise(kept, judged.size()), beats, zeros_like(real)));
            BandStatistics played = BandStatistics.of(phrases.grid(), beats, Phrases.rows(made));
            BandStatistics.Differences apart = played.from(BandStatistics.of(phrases.grid(), beats, Phrases.rows(real)));
            SortedMap<String, Double> figures = new TreeMap<>();
            figures.put(DISTANCE, apart.mean());
            figures.put("valid.emptyBars", apart.emptyBars());
            figures.put("valid.pitchClasses", apart.pitchClasses());
            figures.put("valid.density", apart.density());
            figures.put("valid.longNotes", apart.longNotes());
            figures.put("valid.drumPattern", apart.drumPattern());
            figures.put(SOUNDING, played.sounding());
            figures.put(GAP, critic.score(real, beats).sub(critic.score(made, beats)).mean().item_double());
            return new Evaluation(apart.mean(), 1, figures);
        }
    }

    @Override
    public Optional<String> astray(int epoch, Evaluation evaluation) {
        double gap = evaluation.figures().getOrDefault(GAP, 0.0);
        double sounding = evaluation.figures().getOrDefault(SOUNDING, 0.1);
        if (!(Math.abs(gap) < WIDEST_GAP)) {
            return Optional.of("the critic tells real music from the generator's by " + gap + ", which the generator cannot make up for.");
        }
        if (epoch > FIRST_EPOCHS && (sounding == 0 || sounding > FULL)) {
            return Optional.of(sounding == 0 ? "the generator makes nothing but silence." : "the generator lets most notes sound all the time.");
        }
        return Optional.empty();
    }
}
