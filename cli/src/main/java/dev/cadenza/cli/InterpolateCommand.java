package dev.cadenza.cli;

import dev.cadenza.app.Command.Generate;
import dev.cadenza.app.Made;
import dev.cadenza.app.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "interpolate", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Finds the way from one piece of music to another.",
        description = {"", "Each step is a piece of its own; a further one holds all steps in a row. The first step is A and the last is B,"
            + " as the model reads them: a melody in bars of 4/4."},
        footer = {"",
            "Examples:",
            "  cadenza interpolate morning.mid evening.mid",
            "  cadenza interpolate a.mid b.musicxml --steps 11 --out way/",
            "  cadenza interpolate a.mid b.mid --reconstruct --temperature 0 --seed 1"})
final class InterpolateCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "A", description = "MIDI, MusicXML, ABC, or any other that convert reads.")
    private Path from;

    @Parameters(index = "1", paramLabel = "B", description = "Likewise.")
    private Path to;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "7", description = "How many pieces, both ends included, 2..64."
            + " Default: ${DEFAULT-VALUE}.")
    private int steps;

    @Option(names = "--reconstruct", description = "Let the model play the ends, too, rather than keep them as they are.")
    private boolean reconstruct;

    @Mixin
    private LatentFlags latent;

    @Mixin
    private OutputFlags output;

    @Mixin
    private TalkFlags talk;

    InterpolateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Origin origin = new Origin.Between(from, to, steps, reconstruct);
        List<Made> pieces = session.run(new Generate(latent.choice(), origin, latent.wishes(1), output.destination(), output.soundFont()),
                talk.silent(), event -> { });
        if (talk.json()) {
            session.json(MadeText.json(pieces));
        } else if (!talk.quiet()) {
            session.line("Made " + steps + " steps: " + pieces.getFirst().files().getFirst() + " to "
                    + pieces.get(steps - 1).files().getFirst() + "; and all in a row:");
            MadeText.lines(pieces.getLast()).forEach(session::line);
        }
        return ExitCode.OK;
    }
}
