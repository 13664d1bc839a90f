package dev.cadenza.train;

import static org.bytedeco.pytorch.global.torch.manual_seed;

import dev.cadenza.model.ModelSpec;
import dev.cadenza.model.TrainListener;
import dev.cadenza.model.TrainRequest;
import dev.cadenza.model.TrainResult;
import dev.cadenza.model.Trainer;
import dev.cadenza.train.deepbach.DeepBachLearner;
import dev.cadenza.train.musegan.MuseGanLearner;
import dev.cadenza.train.musicvae.MusicVaeLearner;
import dev.cadenza.train.sequencegan.SequenceGanLearner;

/// Learns on libtorch.
public final class LibtorchTrainer implements Trainer {

    @Override
    public TrainResult train(TrainRequest request, TrainListener listener) {
        Libtorch.start(request.threads());
        manual_seed(Seeds.of(request.seed(), Seeds.Purpose.WEIGHTS, 0));
        return switch (request.recipe().spec()) {
            case ModelSpec.Recurrent spec -> train(request, listener, RecurrentLearner.of(spec, request));
            case ModelSpec.SequenceGan spec -> train(request, listener, SequenceGanLearner.of(spec, request));
            case ModelSpec.MusicVae spec -> train(request, listener, MusicVaeLearner.of(spec, request));
            case ModelSpec.MuseGan spec -> train(request, listener, MuseGanLearner.of(spec, request));
            case ModelSpec.DeepBach spec -> train(request, listener, DeepBachLearner.of(spec, request));
        };
    }

    private static TrainResult train(TrainRequest request, TrainListener listener, Learner learner) {
        try (TrainingRun run = new TrainingRun(request, listener, learner)) {
            return run.train();
        }
    }
}
