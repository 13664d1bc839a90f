package dev.cadenza.cli;

import dev.cadenza.app.Command.Train;
import dev.cadenza.app.Event;
import dev.cadenza.app.ShellWord;
import dev.cadenza.app.Trained;
import dev.cadenza.model.TrainEvent;
import dev.cadenza.model.TrainResult;
import dev.cadenza.model.checkpoint.CardText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How learning goes, in words.
final class LearningText {

    private static final int STEPS_BEFORE_ESTIMATE = 20;

    private boolean estimated;
    private double best = Double.NaN;
    private int bestEpoch;
    private long firstStep = -1;

    /// Lines that an event is worth.
    List<String> lines(Event event) {
        return switch (event) {
            case Event.Learning(TrainEvent learning) -> lines(learning);
            case Event.Written(Path sample) -> List.of("Hear it learn: " + sample);
            case Event.Progress progress -> List.of();
            case Event.Notice notice -> List.of();
            case Event.Read read -> List.of();
            case Event.Serving serving -> List.of();
        };
    }

    private List<String> lines(TrainEvent event) {
        return switch (event) {
            case TrainEvent.Started started -> List.of(String.format(Locale.ROOT,
                    "Learning %,d numbers in %s: at most %d epochs of %,d steps; checkpoints take %.1f MB of disk.",
                    started.parameters(), started.precision(), started.epochs(), started.stepsPerEpoch(),
                    started.checkpointBytes() / 1e6));
            case TrainEvent.Stepped stepped -> estimate(stepped);
            case TrainEvent.Validated validated -> List.of(epoch(validated));
            case TrainEvent.Diverged diverged -> List.of("Learning went astray and ended at step " + diverged.step() + ": "
                    + diverged.reason());
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

    private String epoch(TrainEvent.Validated validated) {
        return String.format(Locale.ROOT, "Epoch %d: loss %.4f%s; %,.0f tokens/s", validated.epoch(), validated.trainLoss(),
                judged(validated), validated.tokensPerSecond());
    }

    /// What the validation part says, in words: nats are surprise.
    private String judged(TrainEvent.Validated validated) {
        if (Double.isNaN(validated.validPerToken())) {
            return validated.figures().isEmpty() ? ", no music kept back to judge by" : "; " + figures(validated)
                    + (validated.best() ? ", the best so far" : "");
        }
        String now = String.format(Locale.ROOT, "; new music surprises it by %.3f nats a quarter note (validation %.4f a token)",
                validated.validPerQuarter(), validated.validPerToken());
        if (!validated.best()) {
            return now + (Double.isNaN(best) ? ", no better than before"
                    : String.format(Locale.ROOT, ", no better than %.3f after epoch %d", best, bestEpoch));
        }
        String words = Double.isNaN(best) ? ", the best so far"
                : String.format(Locale.ROOT, ", the best so far, before %.3f", best);
        best = validated.validPerQuarter();
        bestEpoch = validated.epoch();
        return now + words;
    }

    /// What families that do not learn by surprise measure: `distance 0.1234, criticGap 0.5000`.
    private static String figures(TrainEvent.Validated validated) {
        return validated.figures().entrySet().stream().map(figure -> String.format(Locale.ROOT, "%s %.4f",
                figure.getKey().replaceFirst("^valid\\.", ""), figure.getValue())).collect(Collectors.joining(", "));
    }

    /// The last words.
    List<String> lines(Trained trained, Train command) {
        String end = switch (trained.result().end()) {
            case EPOCHS -> "Learnt all epochs";
            case EARLY_STOP -> "Stopped, for nothing more was learnt";
            case BUDGET -> "Stopped, for the recipe's time is used up";
            case DIVERGED -> "Ended, for learning went astray";
            case STOPPED -> "Stopped as asked; nothing is lost";
        };
        String spent = end + ", after " + trained.result().epochs() + " epochs and "
                + ProgressLine.duration(trained.result().cpuSeconds()) + " of processor time.";
        List<String> more = trained.result().end() == TrainResult.End.BUDGET
                ? List.of("Go on for as long again: " + again(command, OptionalDouble.of(Math.ceil(2 * trained.result().cpuSeconds() / 60)))) : List.of();
        return trained.stopped() ? List.of(spent, "Go on: " + again(command, command.minutes())) : trained.result().best()
                .map(best -> Stream.concat(Stream.of(spent, "The model: " + best, "Its card: " + best.resolve(CardText.FILE),
                        "Hear it: cadenza compose --model " + ShellWord.of(command.out())), more.stream()).toList())
                .orElse(List.of(spent, "There is no model, for no epoch was worth keeping. Try again with a smaller learningRate in the"
                        + " recipe."));
    }

    /// The command that goes on: a run is resumed with what it was started with.
    ///
    /// @param minutes for all of it
    private static String again(Train command, OptionalDouble minutes) {
        StringBuilder text = new StringBuilder("cadenza train ").append(ShellWord.of(command.data()));
        command.recipe().ifPresent(recipe -> text.append(" --recipe ").append(ShellWord.of(recipe)));
        command.fromModel().ifPresent(model -> text.append(" --from-model ").append(ShellWord.of(model)));
        command.representation().ifPresent(name -> text.append(" --representation ").append(ShellWord.of(name)));
        command.epochs().ifPresent(epochs -> text.append(" --epochs ").append(epochs));
        minutes.ifPresent(all -> text.append(" --minutes ").append(BigDecimal.valueOf(all).stripTrailingZeros().toPlainString()));
        text.append(" --seed ").append(command.seed());
        if (command.samplesEvery() != Train.USUAL_SAMPLES_EVERY) {
            text.append(" --samples-every ").append(command.samplesEvery());
        }
        return text.append(" --out ").append(ShellWord.of(command.out())).append(" --resume").toString();
    }
}
