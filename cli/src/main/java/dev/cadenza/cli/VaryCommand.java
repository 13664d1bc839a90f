package dev.cadenza.cli;

import dev.cadenza.app.Command.Generate;
import dev.cadenza.app.Origin;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "vary", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Makes variations of a file of music.",
        description = {"", "Each variation is as long as the piece. What comes back in the piece comes back in its variations. With --more and"
            + " --less they have more or less of something."},
        footer = {"",
            "Examples:",
            "  cadenza vary tune.mid",
            "  cadenza vary tune.mid --amount 0.6 --takes 4 --out variations/",
            "  cadenza vary tune.mid --amount 0 --more density --less leaps=0.5"})
final class VaryCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "MIDI, MusicXML, ABC, or any other that convert reads.")
    private Path file;

    @Option(names = "--amount", paramLabel = "X", defaultValue = "0.3", description = "How far from the piece: 0 is the piece itself, 1"
            + " has only its form in common with it. Default: ${DEFAULT-VALUE}.")
    private double amount;

    @Mixin
    private LeaningFlags leaning;

    @Option(names = {"-n", "--takes"}, paramLabel = "N", defaultValue = "1", description = "How many pieces. Default: ${DEFAULT-VALUE}.")
    private int takes;

    @Mixin
    private LatentFlags latent;

    @Mixin
    private OutputFlags output;

    @Mixin
    private TalkFlags talk;

    VaryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Origin origin = new Origin.Varied(file, amount, leaning.amounts());
        return ComposeCommand.generate(session, new Generate(latent.choice(), origin, latent.wishes(takes), output.destination(),
                output.soundFont()), talk);
    }
}
