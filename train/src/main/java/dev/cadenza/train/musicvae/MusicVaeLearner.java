package dev.cadenza.train.musicvae;

import static org.bytedeco.pytorch.global.torch.argmax;
import static org.bytedeco.pytorch.global.torch.cross_entropy_loss;
import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.multinomial;
import static org.bytedeco.pytorch.global.torch.rand;
import static org.bytedeco.pytorch.global.torch.randn_like;
import static org.bytedeco.pytorch.global.torch.softmax;
import static org.bytedeco.pytorch.global.torch.stack;
import static org.bytedeco.pytorch.global.torch.where;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Excerpts;
import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.Objective;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.train.Draws;
import dev.cadenza.train.Evaluation;
import dev.cadenza.train.Learner;
import dev.cadenza.train.Parameters;
import dev.cadenza.train.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;

/// A MusicVAE learns excerpts from bar line to bar line.
///
/// The weights that are kept are those whose objective on the validation part is smallest, the weight of what points tell being
/// that of the end. As this need not be a bound of the surprise (`beta` below 1, free bits), it is told by figures of its own:
/// `valid.natsPerToken` is the bound with `beta` 1 and no free bits.
public final class MusicVaeLearner implements Learner {

    private static final long SUM = 2;
    /// Excerpts of the validation part that are looked at.
    private static final int JUDGED = 1024;
    private static final int JUDGED_STEPS = 4096;

    private final Recipe recipe;
    private final Objective.Elbo objective;
    private final Excerpts excerpts;
    private final MusicVaeNetwork network;
    private final Sections sections;

    private MusicVaeLearner(Recipe recipe, Objective.Elbo objective, Excerpts excerpts, MusicVaeNetwork network, Sections sections) {
        this.recipe = recipe;
        this.objective = objective;
        this.excerpts = excerpts;
        this.network = network;
        this.sections = sections;
    }

    /// With weights drawn from libtorch's default generator.
    ///
    /// @throws RequestException where the representation, the objective or the recipe's window does not suit the spec, or where
    ///                          there are too few excerpts
    public static MusicVaeLearner of(ModelSpec.MusicVae spec, TrainRequest request) {
        Recipe recipe = request.recipe();
        Excerpts excerpts = Excerpts.of(spec, request.tokenizer());
        if (!(recipe.objective() instanceof Objective.Elbo objective)) {
            throw new RequestException("objective", "OBJECTIVE_UNSUITED", "a MusicVAE learns by the objective \"elbo\".",
                    "Let the recipe say so.");
        }
        if (recipe.window() != spec.steps() || recipe.stride() % spec.barSteps() != 0) {
            throw new RequestException("window", "WINDOW_UNSUITED", "this MusicVAE reads " + spec.steps() + " steps at a time, from bar"
                    + " line to bar line, and the recipe has a window of " + recipe.window() + " and a stride of " + recipe.stride()
                    + ".", "Let its window be " + spec.steps() + ", and its stride " + spec.barSteps() + " or a multiple of it.");
        }
        Sections sections = Sections.of(excerpts, request.train(), recipe.stride() / spec.barSteps());
        sections.refuseTooFew(excerpts);
        if (!request.valid().isEmpty() && Sections.of(excerpts, request.valid(), spec.bars()).places().isEmpty()) {
            throw new RequestException("the data", "NOTHING_TO_JUDGE_BY", "none of the " + request.valid().size()
                    + " pieces kept for validation has an excerpt of " + spec.bars() + " bars of " + spec.barSteps() + " steps.",
                    "Take more music, or a larger share of it for validation.");
        }
        return new MusicVaeLearner(recipe, objective, excerpts, MusicVaeNetwork.initialised(spec, request.tokenizer(),
                Precision.of(recipe.precision(), ModelSpec.Cell.LSTM)), sections);
    }

    @Override
    public Parameters parameters() {
        return network.parameters();
    }

    @Override
    public Precision precision() {
        return network.precision();
    }

    @Override
    public boolean inNats() {
        return false;
    }

    /// {@inheritDoc} All excerpts in random order.
    @Override
    public Epoch epoch(List<TokenSequence> pieces, RandomGenerator random) {
        List<Sections.Place> places = new ArrayList<>(sections.places());
        Draws.shuffle(places, random);
        return new Epoch() {
            @Override
            public int batches() {
                return (places.size() + recipe.batch() - 1) / recipe.batch();
            }

            @Override
            public Loss loss(int batch, long step) {
                int from = batch * recipe.batch();
                Passages passages = passages(places.subList(from, Math.min(places.size(), from + recipe.batch())), pieces);
                return new Loss(bound(passages, step), passages.scored());
            }
        };
    }

    private Passages passages(List<Sections.Place> places, List<TokenSequence> pieces) {
        return Passages.of(places.stream().map(place -> excerpts.at(pieces.get(place.piece()), place.start())).toList());
    }

    /// What is made small, over all excerpts of a batch.
    private Tensor bound(Passages passages, long step) {
        MusicVaeNetwork.Gaussians gaussians = network.encode(passages);
        Tensor points = drawn(gaussians);
        Tensor before = before(passages, points, objective.samplingAt(step));
        Tensor surprise = surprise(network.logits(points, before, passages, true, recipe.inputDropout()), passages);
        return surprise.add(told(gaussians.nats()).mul(new Scalar(objective.betaAt(step))));
    }

    private static Tensor drawn(MusicVaeNetwork.Gaussians gaussians) {
        return gaussians.mean().add(gaussians.deviation().mul(randn_like(gaussians.mean())));
    }

    /// What points tell beyond what is free, a scalar.
    private Tensor told(Tensor nats) {
        return nats.sub(new Scalar(objective.freeBits() * Math.log(2))).relu().sum();
    }

    /// What the decoder hears before each step: the tokens themselves, or for a share of the steps what it would have said itself.
    private Tensor before(Passages passages, Tensor points, double share) {
        int none = network.rows().vocabulary();
        Tensor real = passages.before(passages.tokens(), none);
        if (share == 0) {
            return real;
        }
        try (NoGradGuard guard = new NoGradGuard()) {
            TensorVector said = new TensorVector();
            for (Tensor logits : network.logits(points.detach(), real, passages, true, recipe.inputDropout())) {
                said.push_back(multinomial(softmax(logits, 1), 1).reshape(passages.count(), passages.steps()));
            }
            Tensor own = passages.before(stack(said, 2), none);
            return where(rand(passages.count(), passages.steps(), 1).lt(new Scalar(share)), own, real);
        }
    }

    /// Nats of all tokens of a batch.
    private static Tensor surprise(List<Tensor> logits, Passages passages) {
        Tensor sum = null;
        for (int place = 0; place < logits.size(); place++) {
            Tensor nats = cross_entropy_loss(logits.get(place), passages.targets(place), new TensorOptional(), SUM, -100, 0);
            sum = sum == null ? nats : sum.add(nats);
        }
        return sum;
    }

    /// {@inheritDoc} Of a large validation part 1024 excerpts are taken, from all over it.
    @Override
    public Evaluation evaluate(Parameters weights, List<TokenSequence> pieces, RandomGenerator random) {
        List<Sections.Place> places = Sections.of(excerpts, pieces, excerpts.bars()).spread(JUDGED);
        if (places.isEmpty()) {
            return new Evaluation(Double.NaN, 1, new TreeMap<>());
        }
        manual_seed(random.nextLong());
        MusicVaeNetwork kept = network.with(weights);
        int batch = Math.max(1, JUDGED_STEPS / excerpts.steps());
        double cost = 0;
        double surprise = 0;
        double told = 0;
        long right = 0;
        long tokens = 0;
        for (int from = 0; from < places.size(); from += batch) {
            try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
                Passages passages = passages(places.subList(from, Math.min(places.size(), from + batch)), pieces);
                MusicVaeNetwork.Gaussians gaussians = kept.encode(passages);
                Tensor nats = gaussians.nats();
                Tensor before = passages.before(passages.tokens(), kept.rows().vocabulary());
                double lost = surprise(kept.logits(drawn(gaussians), before, passages, false, 0), passages).item_double();
                surprise += lost;
                told += nats.sum().item_double();
                cost += lost + objective.beta() * told(nats).item_double();
                right += right(kept.logits(gaussians.mean(), before, passages, false, 0), passages);
                tokens += passages.scored();
            }
        }
        SortedMap<String, Double> figures = new TreeMap<>();
        figures.put("valid.natsPerToken", (surprise + told) / tokens);
        figures.put("valid.reconstructionNatsPerStep", surprise / ((double) places.size() * excerpts.steps()));
        figures.put("valid.latentNatsPerExcerpt", told / places.size());
        figures.put("valid.teacherForcedAccuracy", (double) right / tokens);
        return new Evaluation(cost, tokens, figures);
    }

    /// Tokens that are the likeliest ones.
    private static long right(List<Tensor> logits, Passages passages) {
        long right = 0;
        for (int place = 0; place < logits.size(); place++) {
            right += argmax(logits.get(place), new LongOptional(1), false).eq(passages.targets(place)).sum().item_long();
        }
        return right;
    }
}
