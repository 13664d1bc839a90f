package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.clip_grad_norm_;
import static org.bytedeco.pytorch.global.torch.manual_seed;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Recipe;
import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.TrainListener;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.TrainResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/// One run of training, from its start or from where it was left.
final class TrainingRun implements AutoCloseable {

    private final TrainRequest request;
    private final Recipe recipe;
    private final TrainListener listener;
    private final Learner learner;
    private final Adam adam;
    private final WeightAverage average;
    private final Optional<Opponent> opponent;
    private final RunFiles files;
    private final double tokensPerQuarter;
    private final double cpuAtStart = ProcessorTime.seconds();
    private Progress progress;
    private double cpuBefore;
    private Optional<String> astray = Optional.empty();

    /// A rival with its optimiser.
    private record Opponent(Learner.Rival rival, Adam adam) {
    }

    /// @param learner whose weights have been drawn
    TrainingRun(TrainRequest request, TrainListener listener, Learner learner) {
        this.request = request;
        this.recipe = request.recipe();
        this.listener = listener;
        this.learner = learner;
        Parameters parameters = learner.parameters();
        if (!request.weights().isEmpty()) {
            NativeTensors.restore("the model to start from", "", request.weights(), parameters);
        }
        double decay = recipe.optimiser().equals("adamw") ? recipe.weightDecay() : 0;
        this.adam = new Adam(parameters, decay, learner.momentum());
        this.opponent = learner.rival().map(rival -> new Opponent(rival, new Adam(rival.parameters(), decay, learner.momentum())));
        this.average = new WeightAverage(parameters, recipe.averaging());
        this.tokensPerQuarter = request.tokenizer().tokensPerQuarter(request.valid());
        this.files = new RunFiles(request, parameters, average.mean(), state());
        this.progress = request.resume() ? files.resume() : files.begin();
        this.cpuBefore = progress.cpuSeconds();
    }

    /// What is learnt from step to step beside the weights, by the prefix of its names.
    private SortedMap<String, Parameters> state() {
        SortedMap<String, Parameters> state = new TreeMap<>();
        state.put("first.", adam.first());
        state.put("second.", adam.second());
        if (average.isSeparate()) {
            state.put("mean.", average.mean());
        }
        opponent.ifPresent(other -> {
            state.put("rival.", other.rival().parameters());
            state.put("rival.first.", other.adam().first());
            state.put("rival.second.", other.adam().second());
        });
        return state;
    }

    TrainResult train() {
        long perEpoch = learner.epoch(request.train(), epochRandom(0)).batches();
        long total = perEpoch * recipe.epochs();
        Rates rates = new Rates(recipe, total);
        listener.on(new TrainEvent.Started(learner.parameters().count(), perEpoch, recipe.epochs(),
                files.estimatedBytes(), learner.precision().name().toLowerCase(Locale.ROOT)));
        Pace pace = new Pace(progress.step(), total);
        while (progress.epoch() < recipe.epochs()) {
            long tokensBefore = progress.epochTokens();
            long began = System.nanoTime();
            TrainResult.End cut = epoch(rates, pace);
            if (cut == TrainResult.End.STOPPED) {
                files.saveLast(progress.at(cpuSeconds(), files.logBytes()), listener);
                return result(cut);
            }
            if (cut == TrainResult.End.DIVERGED) {
                return strayed();
            }
            Progress here = progress.at(cpuSeconds(), files.logBytes());
            validate((progress.epochTokens() - tokensBefore) / ((System.nanoTime() - began) / 1e9),
                    rates.at(progress.step()));
            if (cut == TrainResult.End.BUDGET) {
                TrainResult result = result(cut);
                // With more time the epoch goes on where it was cut, as if it had not been judged in its middle.
                files.saveLast(here, listener);
                return result;
            }
            if (astray.isPresent()) {
                return strayed();
            }
            if (recipe.patience() > 0 && progress.sinceBest() >= recipe.patience()) {
                return result(TrainResult.End.EARLY_STOP);
            }
        }
        return result(TrainResult.End.EPOCHS);
    }

    private TrainResult strayed() {
        listener.on(new TrainEvent.Diverged(progress.step(), astray.orElseThrow()));
        return result(TrainResult.End.DIVERGED);
    }

    private TrainResult result(TrainResult.End end) {
        double validation = learner.inNats() ? progress.best() * tokensPerQuarter : Double.NaN;
        return files.result(end, progress.epoch(), Double.isFinite(validation) ? validation : Double.NaN, cpuSeconds());
    }

    private double cpuSeconds() {
        return cpuBefore + ProcessorTime.seconds() - cpuAtStart;
    }

    private RandomGenerator epochRandom(int epoch) {
        return Seeds.generator(request.seed(), Seeds.Purpose.ORDER, epoch);
    }

    /// Goes on with the running epoch to its end.
    ///
    /// @return [TrainResult.End#EPOCHS] at the end of the epoch, else why it was cut short
    private TrainResult.End epoch(Rates rates, Pace pace) {
        RandomGenerator random = epochRandom(progress.epoch());
        List<TokenSequence> pieces = Transposing.epoch(request.train(), request.tokenizer(), recipe.transpose(), random);
        Learner.Epoch drawn = learner.epoch(pieces, random);
        for (int batch = progress.batch(); batch < drawn.batches(); batch++) {
            step(drawn, batch, rates, pace);
            if (astray.isPresent()) {
                return TrainResult.End.DIVERGED;
            }
            if (listener.stopRequested()) {
                return TrainResult.End.STOPPED;
            }
            if (request.checkpointEvery() > 0 && progress.step() % request.checkpointEvery() == 0) {
                files.saveLast(progress.at(cpuSeconds(), files.logBytes()), listener);
            }
            if (recipe.budgetMinutes() > 0 && cpuSeconds() > 60 * recipe.budgetMinutes()) {
                return TrainResult.End.BUDGET;
            }
        }
        return TrainResult.End.EPOCHS;
    }

    private void step(Learner.Epoch epoch, int batch, Rates rates, Pace pace) {
        long step = progress.step() + 1;
        try (PointerScope scope = new PointerScope()) {
            manual_seed(Seeds.of(request.seed(), Seeds.Purpose.DROPOUT, step));
            opponent.ifPresent(other -> oppose(other, epoch, batch, step, rates));
            Learner.Loss loss = epoch.loss(batch, step);
            Tensor nats = loss.nats();
            descend(loss, learner.parameters(), adam, step, rates.at(step) * learner.share(step));
            if (astray.isPresent()) {
                return;
            }
            average.update(step);
            progress = progress.stepped(nats.item_double(), loss.scored());
            TrainEvent.Stepped event = new TrainEvent.Stepped(progress.epoch() + 1, step, pace.steps(),
                    nats.item_double() / loss.scored(), pace.secondsLeft(step));
            files.log(event);
            listener.on(event);
        }
    }

    /// The steps of a rival before this one.
    private void oppose(Opponent other, Learner.Epoch epoch, int batch, long step, Rates rates) {
        Learner.Rival rival = other.rival();
        for (long own = rival.stepsUntil(step - 1) + 1; own <= rival.stepsUntil(step); own++) {
            try (PointerScope scope = new PointerScope()) {
                descend(rival.loss(epoch, batch, step, own), rival.parameters(), other.adam(), own,
                        rates.at(step) * rival.rate());
            }
        }
    }

    private void descend(Learner.Loss loss, Parameters parameters, Adam optimiser, long step, double rate) {
        if (!Double.isFinite(loss.nats().item_double())) {
            astray = Optional.of("what is made small is no number any more.");
            return;
        }
        optimiser.clear();
        loss.nats().div(new Scalar((double) loss.scored())).backward();
        if (recipe.clip() > 0) {
            clip_grad_norm_(parameters.vector(), recipe.clip());
        }
        optimiser.step(step, rate);
    }

    private void validate(double tokensPerSecond, double rate) {
        int epoch = progress.epoch() + 1;
        double trainLoss = progress.epochNats() / progress.epochTokens();
        Evaluation evaluation = request.valid().isEmpty() ? Evaluation.none()
                : learner.evaluate(average.mean(), request.valid(), epochRandom(epoch));
        boolean measured = evaluation.tokens() > 0;
        // Without anything to judge by the last epoch is the best there is.
        double judged = evaluation.perToken() + learner.handicap(progress.step());
        boolean better = !measured || judged < progress.best();
        progress = progress.epochEnded(better, judged);
        double perToken = learner.inNats() ? evaluation.perToken() : Double.NaN;
        double perQuarter = perToken * tokensPerQuarter;
        TrainEvent.Validated event = new TrainEvent.Validated(epoch, trainLoss, perToken,
                perQuarter / request.tokenizer().stepsPerQuarter(), perQuarter, better, rate, tokensPerSecond, cpuSeconds(),
                evaluation.figures());
        files.log(event, progress.step());
        if (better) {
            files.saveBest(event, progress, listener);
        }
        files.saveLast(progress.at(cpuSeconds(), files.logBytes()), listener);
        listener.on(event);
        listener.epochEnded(epoch, files::learnt);
        astray = learner.astray(epoch, evaluation);
    }

    @Override
    public void close() {
        adam.close();
        average.close();
        learner.parameters().close();
        opponent.ifPresent(other -> {
            other.adam().close();
            other.rival().parameters().close();
        });
    }
}
