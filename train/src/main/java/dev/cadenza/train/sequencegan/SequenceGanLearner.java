package dev.cadenza.train.sequencegan;

import static org.bytedeco.pytorch.global.torch.argmax;
import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.one_hot;
import static org.bytedeco.pytorch.global.torch.randn;

import dev.cadenza.corpus.GridTokenizer;
import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.sequencegan.SequenceGanShapes;
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
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// A generator learns to make a critic take its music for real. At first, where the recipe says so, it learns as other models
/// do, by likelihood: a critic alone teaches slowly where tokens are drawn.
public final class SequenceGanLearner implements GeneratorLearner {

    private static final long SUM = 2;
    private static final int JUDGED = 256;
    private static final String DISTANCE = "valid.distance";

    private final Recipe recipe;
    private final Objective.Relativistic objective;
    private final GridTokenizer tokenizer;
    private final Generator generator;
    private final Critic critic;

    private SequenceGanLearner(Recipe recipe, Objective.Relativistic objective, GridTokenizer tokenizer, Generator generator,
            Critic critic) {
        this.recipe = recipe;
        this.objective = objective;
        this.tokenizer = tokenizer;
        this.generator = generator;
        this.critic = critic;
    }

    /// With weights drawn from libtorch's default generator.
    ///
    /// @throws RequestException where the representation is no single line, or the objective another
    public static SequenceGanLearner of(ModelSpec.SequenceGan spec, TrainRequest request) {
        GridTokenizer tokenizer = SequenceGanShapes.line(request.tokenizer());
        if (!(request.recipe().objective() instanceof Objective.Relativistic objective)) {
            throw new RequestException("objective", "OBJECTIVE_UNSUITED", "a sequence GAN learns by the objective \"relativistic\".",
                    "Let the recipe say so.");
        }
        return new SequenceGanLearner(request.recipe(), objective, tokenizer,
                new Generator(spec, tokenizer, Generator.draw(spec, tokenizer)), Critic.draw(spec, tokenizer));
    }

    @Override
    public Parameters parameters() {
        return generator.parameters();
    }

    @Override
    public Optional<Rival> rival() {
        return Optional.of(new Opposing());
    }

    @Override
    public double share(long step) {
        return step <= objective.pretraining() ? 1 : objective.generatorRate();
    }

    /// {@inheritDoc} No distance is more than 1: an epoch that the critic had no part in does not stay.
    @Override
    public double handicap(long step) {
        return step <= objective.pretraining() ? 1 : 0;
    }

    /// {@inheritDoc}
    ///
    /// @throws RequestException where no piece is as long as a window
    @Override
    public Epoch epoch(List<TokenSequence> pieces, RandomGenerator random) {
        List<Lines.Place> places = Lines.places(pieces, recipe.window(), recipe.stride());
        if (places.isEmpty()) {
            throw new RequestException("window", "NO_WINDOWS", "no piece has " + recipe.window() + " steps, as many as this recipe"
                    + " reads at a time.", "Use longer pieces, or a recipe with a shorter window.");
        }
        Draws.shuffle(places, random);
        return new Drawn(places);
    }

    /// Batches of excerpts; the last ones of an epoch may be left over.
    private final class Drawn implements Epoch {

        private final List<Lines.Place> places;

        Drawn(List<Lines.Place> places) {
            this.places = places;
        }

        @Override
        public int batches() {
            return Math.max(1, places.size() / recipe.batch());
        }

        Lines lines(int batch) {
            int from = batch * recipe.batch();
            return Lines.of(places.subList(from, Math.min(places.size(), from + recipe.batch())), recipe.window(), tokenizer);
        }

        @Override
        public Loss loss(int batch, long step) {
            Lines lines = lines(batch);
            if (step <= objective.pretraining()) {
                return new Loss(nats(generator, lines), (long) lines.windows() * lines.positions());
            }
            Tensor played = generator.play(lines, noise(lines), objective.sharpness());
            Tensor real = critic.score(real(lines), lines).detach();
            return new Loss(Critic.mistaken(critic.score(played, lines), real), lines.windows());
        }
    }

    /// The critic.
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
            return Math.max(0, step - objective.pretraining()) * objective.criticSteps();
        }

        @Override
        public Loss loss(Epoch epoch, int batch, long step, long own) {
            Lines lines = ((Drawn) epoch).lines(batch);
            Tensor played;
            try (NoGradGuard guard = new NoGradGuard()) {
                played = generator.play(lines, noise(lines), objective.sharpness());
            }
            return new Loss(Critic.mistaken(critic.score(real(lines), lines), critic.score(played, lines)), lines.windows());
        }
    }

    private Tensor noise(Lines lines) {
        return randn(lines.windows(), generator.spec().noise());
    }

    private Tensor real(Lines lines) {
        return one_hot(lines.tokens(), tokenizer.vocabulary().size()).to(ScalarType.Float);
    }

    private Tensor nats(Generator weights, Lines lines) {
        return cross_entropy_loss(weights.logits(lines, noise(lines)), lines.tokens().reshape(-1), new TensorOptional(), SUM, -100, 0);
    }

    /// {@inheritDoc} What is measured is how far the music of the generator is from the pieces, see [LineStatistics]; beside it,
    /// at most how much the pieces surprise it (for each excerpt one noise is drawn), and how much more real the critic finds the
    /// pieces.
    @Override
    public Evaluation evaluate(Parameters weights, List<TokenSequence> pieces, RandomGenerator random) {
        List<Lines.Place> all = Lines.places(pieces, recipe.window(), recipe.window());
        if (all.isEmpty()) {
            return Evaluation.none();
        }
        List<Lines.Place> places = Draws.spread(all, JUDGED);
        manual_seed(random.nextLong());
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            Generator kept = new Generator(generator.spec(), tokenizer, weights);
            Lines lines = Lines.of(places, recipe.window(), tokenizer);
            Tensor played = kept.play(lines, noise(lines), 1);
            double distance = LineStatistics.of(excerpts(argmax(played, new LongOptional(2), false)), tokenizer)
                    .distance(LineStatistics.of(excerpts(lines.tokens()), tokenizer));
            SortedMap<String, Double> figures = new TreeMap<>();
            figures.put(DISTANCE, distance);
            figures.put("valid.natsPerToken", nats(kept, lines).item_double() / (places.size() * (double) recipe.window()));
            figures.put("valid.criticGap", critic.score(real(lines), lines).sub(critic.score(played, lines)).mean().item_double());
            return new Evaluation(distance, 1, figures);
        }
    }

    private static List<int[]> excerpts(Tensor tokens) {
        int windows = (int) tokens.size(0);
        int positions = (int) tokens.size(1);
        long[] numbers = new long[windows * positions];
        tokens.contiguous().data_ptr_long().get(numbers);
        List<int[]> excerpts = new ArrayList<>();
        for (int w = 0; w < windows; w++) {
            int[] excerpt = new int[positions];
            for (int i = 0; i < positions; i++) {
                excerpt[i] = (int) numbers[w * positions + i];
            }
            excerpts.add(excerpt);
        }
        return excerpts;
    }
}
