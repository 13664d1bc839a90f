package dev.cadenza.cli;

import dev.cadenza.app.Command.Generate;
import dev.cadenza.app.ModelChoice;
import dev.cadenza.app.Origin;
import dev.cadenza.app.Wishes;
import dev.cadenza.model.generate.SamplerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "accompany", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Adds tracks to a file of music.",
        description = {"", "What the file holds stays as it is, note by note; the new tracks go along with it, bar by bar, in its tempo"
            + " and metre. Notes outside of its key are moved into it, see --as-made."},
        footer = {"",
            "Examples:",
            "  cadenza accompany tune.mid",
            "  cadenza accompany tune.musicxml --tracks bass,drums,strings --takes 3",
            "  cadenza accompany song.mid --tracks drums --seed 7 --out with-drums"})
final class AccompanyCommand implements Callable<Integer> {

    private static final int SEEDS = 1_000_000;
    private static final String USUAL = "game";

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "MIDI, MusicXML, ABC, or any other that convert reads.")
    private Path file;

    @Option(names = "--tracks", paramLabel = "LIST", defaultValue = "bass,drums", split = ",", description = "What joins: bass, drums,"
            + " guitar, piano, strings. Default: ${DEFAULT-VALUE}.")
    private List<String> tracks;

    @Option(names = {"-m", "--model"}, paramLabel = "NAME", description = "A model by its name or folder; see cadenza models."
            + " Default: the one of the style game.")
    private String model;

    @Option(names = "--key", paramLabel = "KEY", description = "Keep to the notes of a key: G, Bb major, 'A minor', F#m. Default: the"
            + " keys that the music goes through.")
    private String key;

    @Option(names = "--as-made", description = "Leave the new tracks as the model makes them. Otherwise their notes go to the nearest"
            + " one that the key holds or the music has in that bar, and to where the instrument can play them.")
    private boolean asMade;

    @Option(names = "--seed", paramLabel = "N", description = "Equal seeds make equal music. Default: a new one.")
    private Long seed;

    @Option(names = {"-n", "--takes"}, paramLabel = "N", defaultValue = "1", description = "How many pieces. Default: ${DEFAULT-VALUE}.")
    private int takes;

    @Mixin
    private OutputFlags output;

    @Mixin
    private TalkFlags talk;

    AccompanyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        ModelChoice choice = model == null ? new ModelChoice.Styled(USUAL) : new ModelChoice.Named(model);
        Wishes wishes = new Wishes(Wishes.usual(1).bars(), OptionalDouble.empty(),
                Optional.ofNullable(key).map(written -> Wishes.key("--key", written)), Optional.empty(), List.of(),
                SamplerSettings.usual(), seed == null ? RandomGenerator.getDefault().nextInt(1, SEEDS) : seed, takes);
        return ComposeCommand.generate(session, new Generate(choice, new Origin.Joined(file, tracks, asMade), wishes,
                output.destination(), output.soundFont()), talk);
    }
}
