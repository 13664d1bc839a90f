package dev.cadenza.cli;

import dev.cadenza.app.Command.Train;
import dev.cadenza.app.Trained;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Learns a model from your own music.",
        description = {"", "PATH is a corpus that import made, a folder or archive of music files, or a file with many pieces."
            + " First it says what was kept and dropped and why, then how long it will take. Checkpoints go to"
            + " DIR/best and DIR/last, music of the model as it learns to DIR/samples, a log to DIR/log.jsonl, curves for"
            + " TensorBoard to DIR/tensorboard, what the model is and whether it may be shared to DIR/best/MODEL_CARD.md. Ctrl-C stops cleanly; --resume goes on as if nothing had happened."},
        footer = {"",
            "Examples:",
            "  cadenza train my-midi-files --recipe melody --out my-model",
            "  cadenza train Jsb16thSeparated.json --recipe chorale --out bach --threads 2",
            "  cadenza train my-midi-files --recipe melody --out my-model --resume",
            "  cadenza train thirty-tunes --from-model melody --out my-model     # with little music",
            "  cadenza compose --model my-model                               # plays what was learnt"})
final class TrainCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "PATH", description = "What to learn from.")
    private Path data;

    @Option(names = {"-r", "--recipe"}, paramLabel = "NAME",
            description = "How to learn: melody, chorale, article-lstm, or a recipe file. Default: melody, or one for the"
                + " representation; with --from-model the model's own, at a quarter of its learning rate.")
    private String recipe;

    @Option(names = "--from-model", paramLabel = "MODEL",
            description = "Begin with what a model knows, by name or folder: for when there is little music.")
    private String fromModel;

    @Option(names = "--representation", paramLabel = "NAME",
            description = "What the network sees of the music, instead of the recipe's: melody, satb-grid, ...")
    private String representation;

    @Option(names = {"-o", "--out"}, paramLabel = "DIR", required = true, description = "Folder of the model.")
    private Path out;

    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data, instead of the recipe's.")
    private Integer epochs;

    @Option(names = "--minutes", paramLabel = "N",
            description = "Processor minutes after which it ends, instead of the recipe's; 0 for no limit. A run that ended so goes on with more and --resume.")
    private Double minutes;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "Equal seeds learn equal models, with one thread on one machine. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = {"-t", "--threads"}, paramLabel = "T", description = "Processor threads. Default: all.")
    private Integer threads;

    @Option(names = "--checkpoint-every", paramLabel = "STEPS", defaultValue = "0",
            description = "Steps between checkpoints to resume from; 0 for one an epoch. Default: ${DEFAULT-VALUE}.")
    private long checkpointEvery;

    @Option(names = "--samples-every", paramLabel = "N", defaultValue = "" + Train.USUAL_SAMPLES_EVERY,
            description = "Epochs from one sample to the next, DIR/samples/epoch-010.mid and so on: hear it learn; 0 for none."
                + " Default: ${DEFAULT-VALUE}.")
    private int samplesEvery;

    @Option(names = "--resume", description = "Go on from DIR/last.")
    private boolean resume;

    @Mixin
    private TalkFlags talk;

    TrainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Train command = new Train(data, Optional.ofNullable(recipe), Optional.ofNullable(fromModel),
                Optional.ofNullable(representation), out, optional(epochs),
                minutes == null ? OptionalDouble.empty() : OptionalDouble.of(minutes), seed, optional(threads), checkpointEvery, samplesEvery, resume);
        LearningText text = new LearningText();
        Trained trained = session.run(command, talk.silent(), event -> {
            if (!talk.silent()) {
                text.lines(event).forEach(session::line);
            }
        });
        if (talk.json()) {
            session.json(json(trained));
        } else if (!talk.quiet()) {
            text.lines(trained, command).forEach(session::line);
        }
        return trained.stopped() ? ExitCode.INTERRUPTED : trained.result().best().isPresent() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static ObjectNode json(Trained trained) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("best", trained.result().best().map(Path::toString).orElse(null)).put("last", trained.result().last().toString());
        node.put("end", trained.result().end().name()).put("epochs", trained.result().epochs());
        double valid = trained.result().validPerQuarter();
        node.put("natsPerQuarter", Double.isNaN(valid) ? null : (Double) valid);
        node.put("cpuSeconds", trained.result().cpuSeconds());
        node.set("data", trained.report().toJson());
        return node;
    }
}
