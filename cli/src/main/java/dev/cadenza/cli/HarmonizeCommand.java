package dev.cadenza.cli;

import dev.cadenza.app.Command.Generate;
import dev.cadenza.app.ModelChoice;
import dev.cadenza.app.Origin;
import dev.cadenza.app.Wishes;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "harmonize", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Writes the other voices to a melody, or to any of four voices.",
        description = {"", "What is given stays as it is, note by note. The others are drawn on a grid of sixteenths, in its tempo, metre and"
            + " key, and close on the tonic where the melody does."},
        footer = {"",
            "Examples:",
            "  cadenza harmonize melody.mid",
            "  cadenza harmonize song.musicxml --part Voice --takes 3",
            "  cadenza harmonize bass.abc --voice bass --key Dm",
            "  cadenza harmonize duet.mid --part 1,2 --voice soprano,bass --chords 'I | IV V | I'"})
final class HarmonizeCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "MIDI, MusicXML, ABC, or any other that convert reads.")
    private Path file;

    @Option(names = "--part", paramLabel = "LIST", split = ",", description = "Which parts are given, by name or number from 1. Default: the first"
            + " with notes.")
    private List<String> parts = List.of();

    @Option(names = "--voice", paramLabel = "LIST", defaultValue = "soprano", split = ",", description = "Which voices these are: soprano, alto,"
            + " tenor, bass. Default: ${DEFAULT-VALUE}.")
    private List<String> voices;

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

    HarmonizeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Wishes wishes = Wishes.amid(limits.key(), sampling.settings(), limits.limits(), sampling.seed(), sampling.takes());
        return ComposeCommand.generate(session, new Generate(new ModelChoice.Named(model), new Origin.Voiced(file, parts, voices, asMade), wishes,
                output.destination(), output.soundFont()), talk);
    }
}
