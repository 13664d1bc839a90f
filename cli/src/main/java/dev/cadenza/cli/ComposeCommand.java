package dev.cadenza.cli;

import dev.cadenza.app.Command.Generate;
import dev.cadenza.app.Made;
import dev.cadenza.app.Origin;
import dev.cadenza.model.generate.Start;
import dev.cadenza.model.latent.Attribute;
import dev.cadenza.score.CadenzaException.RequestException;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "compose", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Makes new music from nothing.",
        description = {"", "Without flags: a four-part chorale of 16 bars, as MIDI, sound, notation and picture, with a record of"
            + " how it was made (.json)."},
        footer = {"",
            "Examples:",
            "  cadenza compose",
            "  cadenza compose --style melody --bars 8 --key D --instruments flute",
            "  cadenza compose --takes 5 --temperature 0.9 --out takes/",
            "  cadenza compose --model my-model --seed 42 --to mid,png",
            "  cadenza compose --model melody-vae --bars 8 --more density --less leaps",
            "  cadenza compose --from-window --steps 1000   # goes on from a random window of the training data"})
final class ComposeCommand implements Callable<Integer> {

    private static final int USUAL_STEPS = 1000;

    private final Session session;

    @Mixin
    private GenerationFlags generation;

    @Option(names = "--from-window", description = "Begin with a random window of what the model learnt from, and let it run for"
            + " --steps steps, without a planned end.")
    private boolean fromWindow;

    @Option(names = "--steps", paramLabel = "N", description = "With --from-window: how many steps, 1..100000. Default: 1000.")
    private Integer steps;

    @Mixin
    private LeaningFlags leaning;

    @Mixin
    private OutputFlags output;

    @Mixin
    private TalkFlags talk;

    ComposeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (steps != null && !fromWindow) {
            throw new RequestException("--steps", "FLAG_NEEDS_OTHER", "it only works together with --from-window.",
                    "Use --bars for the length of a piece.");
        }
        SortedMap<Attribute, Double> amounts = leaning.amounts();
        if (fromWindow && !amounts.isEmpty()) {
            throw new RequestException("--from-window", "FLAGS_EXCLUDE", "it does not go together with --more and --less.",
                    "Leave out the one or the other.");
        }
        Start start = fromWindow ? new Start.TrainingWindow(steps == null ? USUAL_STEPS : steps) : new Start.Nothing();
        Origin origin = amounts.isEmpty() ? new Origin.New(start) : new Origin.Leaning(amounts);
        return generate(session, new Generate(generation.choice(), origin, generation.wishes(), output.destination(),
                output.soundFont()), talk);
    }

    static int generate(Session session, Generate command, TalkFlags talk) throws InterruptedException {
        List<Made> pieces = session.run(command, talk.silent(), event -> { });
        if (talk.json()) {
            session.json(MadeText.json(pieces));
        } else if (!talk.quiet()) {
            pieces.forEach(made -> MadeText.lines(made).forEach(session::line));
        }
        return ExitCode.OK;
    }
}
