package dev.cadenza.cli;

import dev.cadenza.app.Command.Generate;
import dev.cadenza.app.ModelChoice;
import dev.cadenza.app.Origin;
import dev.cadenza.app.Wishes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "fill", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Makes a region of four voices anew, and leaves the rest as it is.",
        description = {"", "Any bars of any voices. Everything else stays exactly as it is; so do notes that reach into the region or out of it."},
        footer = {"",
            "Examples:",
            "  cadenza fill chorale.mid --bars 5-8",
            "  cadenza fill chorale.musicxml --bars 5-8 --parts alto,tenor --takes 4",
            "  cadenza fill chorale.mid --parts bass --chords 'I | IV V | I' --temperature 1.1"})
final class FillCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "Four parts, each one note at a time: MIDI, MusicXML, ABC, or any other that convert reads.")
    private Path file;

    @Option(names = {"-b", "--bars"}, paramLabel = "RANGES", description = "Which bars: 5-8, or 1,5-8. Default: all.")
    private String bars;

    @Option(names = "--parts", paramLabel = "LIST", split = ",", description = "Which parts, by name or number from 1. Default: all.")
    private List<String> parts = List.of();

    @Option(names = {"-m", "--model"}, paramLabel = "NAME", defaultValue = "deepbach", description = "A model that draws four voices, by its"
            + " name or folder; see cadenza models. Default: ${DEFAULT-VALUE}.")
    private String model;

    @Option(names = "--as-made", description = "Draw notes as the model has them, without rules of voice leading, ranges and endings."
            + " What is asked for with the flags below holds all the same.")
    private boolean asMade;

    @Mixin
    private LimitFlags limits;

    @Mixin
    private SamplingFlags sampling;

    @Mixin
    private OutputFlags output;

    @Mixin
    private TalkFlags talk;

    FillCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Wishes wishes = Wishes.amid(limits.key(), sampling.settings(), limits.limits(), sampling.seed(), sampling.takes());
        return ComposeCommand.generate(session, new Generate(new ModelChoice.Named(model), new Origin.Filled(file, Optional.ofNullable(bars), parts, asMade), wishes,
                output.destination(), output.soundFont()), talk);
    }
}
