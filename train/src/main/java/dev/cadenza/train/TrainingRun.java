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
    private final RunFiles files;
    private final double tokensPerQuarter;
    private final double cpuAtStart = ProcessorTime.seconds();
    private Progress progress;
    private double cpuBefore;

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
        this.adam = new Adam(parameters, recipe.optimiser().equals("adamw") ? recipe.weightDecay() : 0);
        this.average = new WeightAverage(parameters, recipe.averaging());
        this.tokensPerQuarter = request.tokenizer().tokensPerQuarter(request.valid());
        this.files = new RunFiles(request, parameters, adam, average);
        this.progress = request.resume() ? files.resume() : files.begin();
        this.cpuBefore = progress.cpuSeconds();
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
            validate((progress.epochTokens() - tokensBefore) / ((System.nanoTime() - began) / 1e9),
                    rates.at(progress.step()));
            if (cut == TrainResult.End.BUDGET) {
                return result(cut);
            }
            if (recipe.patience() > 0 && progress.sinceBest() >= recipe.patience()) {
                return result(TrainResult.End.EARLY_STOP);
            }
        }
        return result(TrainResult.End.EPOCHS);
    }

    private TrainResult result(TrainResult.End end) {
        double validation = progress.best() * tokensPerQuarter;
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
            adam.clear();
            Learner.Loss loss = epoch.loss(batch, step);
            Tensor nats = loss.nats();
            nats.div(new Scalar((double) loss.scored())).backward();
            if (recipe.clip() > 0) {
                clip_grad_norm_(learner.parameters().vector(), recipe.clip());
            }
            adam.step(step, rates.at(step));
            average.update(step);
            progress = progress.stepped(nats.item_double(), loss.scored());
            TrainEvent.Stepped event = new TrainEvent.Stepped(progress.epoch() + 1, step, pace.steps(),
                    nats.item_double() / loss.scored(), pace.secondsLeft(step));
            files.log(event);
            listener.on(event);
        }
    }

    private void validate(double tokensPerSecond, double rate) {
        int epoch = progress.epoch() + 1;
        double trainLoss = progress.epochNats() / progress.epochTokens();
        boolean measured = !request.valid().isEmpty();
        Evaluation evaluation = measured
                ? learner.evaluate(average.mean(), request.valid(), epochRandom(epoch))
                : new Evaluation(Double.NaN, 1, new TreeMap<>());
        // Without a validation part the last epoch is the best there is.
        boolean better = !measured || evaluation.perToken() < progress.best();
        progress = progress.epochEnded(better, evaluation.perToken());
        double perQuarter = evaluation.perToken() * tokensPerQuarter;
        TrainEvent.Validated event = new TrainEvent.Validated(epoch, trainLoss, evaluation.perToken(),
                perQuarter / request.tokenizer().stepsPerQuarter(), perQuarter, better, rate, tokensPerSecond, cpuSeconds(),
                evaluation.figures());
        files.log(event, progress.step());
        if (better) {
            files.saveBest(event, progress, listener);
        }
        files.saveLast(progress.at(cpuSeconds(), files.logBytes()), listener);
        listener.on(event);
        listener.epochEnded(epoch, files::learnt);
    }

    @Override
    public void close() {
        adam.close();
        average.close();
        learner.parameters().close();
    }
}
