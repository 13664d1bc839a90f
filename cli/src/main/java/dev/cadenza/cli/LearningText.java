package dev.cadenza.cli;

import dev.cadenza.app.Command.Train;
import dev.cadenza.app.Trained;
import dev.cadenza.model.TrainEvent;
import java.util.List;
import java.util.Locale;

/// How learning goes, in words.
final class LearningText {

    private static final int STEPS_BEFORE_ESTIMATE = 20;

    private boolean estimated;
    private long firstStep = -1;

    /// Lines that an event is worth.
    List<String> lines(TrainEvent event) {
        return switch (event) {
            case TrainEvent.Started started -> List.of(String.format(Locale.ROOT,
                    "Learning %,d numbers in %s: at most %d epochs of %,d steps; checkpoints take %.1f MB of disk.",
                    started.parameters(), started.precision(), started.epochs(), started.stepsPerEpoch(),
                    started.checkpointBytes() / 1e6));
            case TrainEvent.Stepped stepped -> estimate(stepped);
            case TrainEvent.Validated validated -> List.of(epoch(validated));
            case TrainEvent.Saved saved -> List.of();
        };
    }

    private List<String> estimate(TrainEvent.Stepped stepped) {
        firstStep = firstStep < 0 ? stepped.step() : firstStep;
        if (estimated || stepped.step() < firstStep + STEPS_BEFORE_ESTIMATE) {
            return List.of();
        }
        estimated = true;
        return List.of("All epochs would take about " + ProgressLine.duration(stepped.secondsLeft())
                + "; it may stop earlier, when nothing more is learnt.");
    }

    private static String epoch(TrainEvent.Validated validated) {
        String valid = Double.isNaN(validated.validPerToken()) ? ""
                : String.format(Locale.ROOT, ", validation %.4f (%.3f nats a quarter note)%s", validated.validPerToken(),
                        validated.validPerQuarter(), validated.best() ? ", the best so far" : "");
        return String.format(Locale.ROOT, "Epoch %d: loss %.4f%s; %,.0f tokens/s", validated.epoch(), validated.trainLoss(),
                valid, validated.tokensPerSecond());
    }

    /// The last words.
    List<String> lines(Trained trained, Train command) {
        String end = switch (trained.result().end()) {
            case EPOCHS -> "Learnt all epochs";
            case EARLY_STOP -> "Stopped, for nothing more was learnt";
            case BUDGET -> "Stopped, for the recipe's time is used up";
            case STOPPED -> "Stopped as asked; nothing is lost";
        };
        String spent = end + ", after " + trained.result().epochs() + " epochs and "
                + ProgressLine.duration(trained.result().cpuSeconds()) + " of processor time.";
        return trained.stopped()
                ? List.of(spent, "Go on: " + again(command))
                : List.of(spent, "The model: " + trained.result().best(), "Hear it: cadenza compose --model " + command.out());
    }

    /// The command that goes on: a run is resumed with what it was started with.
    private static String again(Train command) {
        String epochs = command.epochs().isPresent() ? " --epochs " + command.epochs().getAsInt() : "";
        return "cadenza train " + command.data() + " --recipe " + command.recipe() + epochs + " --seed " + command.seed()
                + " --out " + command.out() + " --resume";
    }
}
