package dev.cadenza.cli;

import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.TrainListener;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.TrainResult;
import dev.cadenza.model.Trainer;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/// Stands in for the trainer that needs native libraries: takes steps that learn nothing, and writes a [ToyModel].
public final class ToyTrainer implements Trainer {

    /// A run of this many epochs or more goes on until it is stopped.
    static final int ENDLESS = 1_000_000;
    /// Opened by the first step of an endless run.
    static volatile CountDownLatch running = new CountDownLatch(1);
    /// A run of this many epochs has no model to hand out.
    static final int SPEECHLESS = 999;
    /// A run of this many epochs goes astray before the first one is over.
    static final int ASTRAY = 998;
    /// What was asked for last.
    static volatile TrainRequest asked;

    @Override
    public TrainResult train(TrainRequest request, TrainListener listener) {
        asked = request;
        int epochs = request.recipe().epochs();
        boolean hurried = request.recipe().budgetMinutes() > 0 && request.recipe().budgetMinutes() < 3;
        listener.on(new TrainEvent.Started(100_000, 10, epochs, 1_000_000, "fp32"));
        if (epochs == ASTRAY) {
            listener.on(new TrainEvent.Diverged(1, "what is made small is no number any more."));
            return new TrainResult(Optional.empty(), request.out().resolve("last"), TrainResult.End.DIVERGED, 0, Double.NaN, 1);
        }
        boolean stopped = false;
        for (long step = 1; !stopped && (epochs >= ENDLESS || step <= 30); step++) {
            listener.on(new TrainEvent.Stepped(1, step, 30, 2.5, 3));
            running.countDown();
            stopped = listener.stopRequested();
        }
        // A family that has rules of its own about data is made as asked for; the others stay as small as possible.
        ModelSpec spec = request.recipe().spec() instanceof ModelSpec.MusicVae vae ? vae : ToyModel.SPEC;
        ToyModel.checkpoint(spec, request.tokenizer(), request.train().subList(0, 1)).withProvenance(request.provenance())
                .write(request.out().resolve("best"), request.beside());
        for (int epoch = 1; epoch <= (stopped ? 1 : Math.min(3, epochs)); epoch++) {
            listener.on(new TrainEvent.Validated(epoch, 2.5, 2.4, 2.4, 9.6, epoch != 2, 0.001, 1000, 1,
                    new TreeMap<>()));
            listener.epochEnded(epoch, () -> {
                if (epochs == SPEECHLESS) {
                    throw new IllegalStateException("no model");
                }
                return ToyModel.checkpoint(request.tokenizer(), List.of());
            });
        }
        return new TrainResult(Optional.of(request.out().resolve("best")), request.out().resolve("last"),
                stopped ? TrainResult.End.STOPPED : hurried ? TrainResult.End.BUDGET : TrainResult.End.EPOCHS, 1, 9.6, 130);
    }
}
