package dev.cadenza.train;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.TrainListener;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.TrainResult;
import dev.cadenza.model.checkpoint.CardText;
import dev.cadenza.model.checkpoint.Checkpoint;
import dev.cadenza.model.checkpoint.Provenance;
import dev.cadenza.model.checkpoint.Safetensors;
import dev.cadenza.model.checkpoint.Tensor;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// The directory of a run: `best` and `last`, `log.jsonl`, and `tensorboard`.
final class RunFiles {

    private static final String TENSORS = "training.safetensors";
    private static final int WINDOWS = 32;
    private static final int WINDOW_STEPS = 64;

    private final TrainRequest request;
    private final Parameters parameters;
    private final Parameters mean;
    private final SortedMap<String, Parameters> state;
    private final RunLog log;
    private final EventLog events;
    private final Provenance provenance;
    private final List<TokenSequence> windows;
    private final String fingerprint;

    /// @param parameters the weights that learning changes
    /// @param mean the weights that are validated and kept
    /// @param state what else a run goes on from, by the prefix of its names
    RunFiles(TrainRequest request, Parameters parameters, Parameters mean, SortedMap<String, Parameters> state) {
        this.request = request;
        this.parameters = parameters;
        this.mean = mean;
        this.state = state;
        this.log = new RunLog(request.out().resolve("log.jsonl"), request.recipe().objective().lossName());
        this.events = new EventLog(request.out().resolve("tensorboard"), request.recipe().objective().lossName(),
                InstantSource.system());
        this.provenance = request.provenance().withPieces(request.tokenizer(), request.train())
                .withTraining(request.provenance().version(), request.recipe(), request.seed());
        this.windows = windows(request.train(), Seeds.generator(request.seed(), Seeds.Purpose.WINDOWS, 0));
        this.fingerprint = Fingerprint.of(request);
    }

    private Path last() {
        return request.out().resolve("last");
    }

    private Path best() {
        return request.out().resolve("best");
    }

    /// Starts a new run.
    ///
    /// @throws RequestException where the directory holds one already
    Progress begin() {
        if (Files.exists(last()) || Files.exists(best())) {
            throw new RequestException("--out " + request.out(), "RUN_EXISTS", "there is a training run already.",
                    "Add --resume to go on with it, or name another directory.");
        }
        log.cutTo(0);
        events.begin(0);
        return Progress.START;
    }

    /// Takes up the run that was left here: weights, moments, average.
    ///
    /// @throws RequestException where there is none, or where it was started with other data, recipe or seed
    Progress resume() {
        Path whole = Checkpoint.present(last()).orElseThrow(() -> new RequestException("--resume", "NO_RUN",
                "there is no run to resume in " + request.out() + ".", "Leave out --resume to start one."));
        Progress progress = ProgressJson.read(whole.resolve(ProgressJson.NAME), fingerprint);
        Map<String, Tensor> weights = Safetensors.read(whole.resolve("weights.safetensors"));
        NativeTensors.restore(whole.toString(), "", weights, parameters);
        Map<String, Tensor> tensors = Safetensors.read(whole.resolve(TENSORS));
        state.forEach((prefix, numbers) -> NativeTensors.restore(whole.toString(), prefix, tensors, numbers));
        log.cutTo(progress.logBytes());
        events.begin(progress.step());
        return progress;
    }

    long logBytes() {
        return log.bytes();
    }

    void log(TrainEvent.Stepped event) {
        events.log(event);
    }

    void log(TrainEvent.Validated event, long step) {
        log.append(event, step);
        events.log(event, step);
    }

    /// Disk space of `best` and `last`, in bytes: weights twice, and what a run goes on from.
    long estimatedBytes() {
        return 4 * (2 * parameters.count() + state.values().stream().mapToLong(Parameters::count).sum());
    }

    void saveLast(Progress progress, TrainListener listener) {
        Map<String, Tensor> tensors = new TreeMap<>();
        state.forEach((prefix, numbers) -> tensors.putAll(NativeTensors.copies(prefix, numbers)));
        checkpoint(parameters, provenance).write(last(), besides(Map.of(
                TENSORS, Safetensors.content(tensors),
                ProgressJson.NAME, ProgressJson.content(progress, fingerprint))));
        listener.on(new TrainEvent.Saved(last(), progress.step()));
    }

    void saveBest(TrainEvent.Validated event, Progress progress, TrainListener listener) {
        Map<String, Double> figures = new TreeMap<>();
        figures.put("epochs", (double) event.epoch());
        figures.put("train." + request.recipe().objective().lossName(), event.trainLoss());
        figures.put("cpuMinutes", event.cpuSeconds() / 60);
        if (Double.isFinite(event.validPerToken())) {
            figures.put("valid.natsPerToken", event.validPerToken());
            figures.put("valid.natsPerStep", event.validPerStep());
            figures.put("valid.natsPerQuarter", event.validPerQuarter());
        }
        figures.putAll(event.figures());
        Checkpoint best = checkpoint(mean, provenance.withFigures(figures));
        best.write(best(), besides(Map.of(CardText.FILE, CardText.of(best))));
        listener.on(new TrainEvent.Saved(best(), progress.step()));
    }

    /// Files with those that were asked for.
    private Map<String, AtomicFiles.Content> besides(Map<String, AtomicFiles.Content> files) {
        Map<String, AtomicFiles.Content> all = new TreeMap<>(request.beside());
        all.putAll(files);
        return all;
    }

    /// The model as it is now.
    Checkpoint learnt() {
        return checkpoint(mean, provenance);
    }

    private Checkpoint checkpoint(Parameters weights, Provenance facts) {
        return new Checkpoint(request.recipe().spec(), request.tokenizer(),
                new TreeMap<>(NativeTensors.copies("", weights)), facts, windows);
    }

    TrainResult result(TrainResult.End end, int epochs, double validPerQuarter, double cpuSeconds) {
        return new TrainResult(Checkpoint.present(best()).map(whole -> best()), last(), end, epochs, validPerQuarter, cpuSeconds);
    }

    /// Some places of the training data to start generation from.
    private static List<TokenSequence> windows(List<TokenSequence> pieces, RandomGenerator random) {
        List<TokenSequence> longEnough = pieces.stream().filter(piece -> piece.steps() >= WINDOW_STEPS).toList();
        List<TokenSequence> windows = new ArrayList<>();
        for (int i = 0; i < WINDOWS && !longEnough.isEmpty(); i++) {
            TokenSequence piece = longEnough.get(random.nextInt(longEnough.size()));
            windows.add(piece.slice(random.nextInt(piece.steps() - WINDOW_STEPS + 1), WINDOW_STEPS));
        }
        return windows;
    }
}
