package dev.cadenza.train;

import dev.cadenza.model.TrainListener;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.TrainResult;
import dev.cadenza.model.Trainer;

/// Learns on libtorch.
public final class LibtorchTrainer implements Trainer {

    @Override
    public TrainResult train(TrainRequest request, TrainListener listener) {
        Libtorch.start(request.threads());
        try (TrainingRun run = TrainingRun.of(request, listener)) {
            return run.train();
        }
    }
}
