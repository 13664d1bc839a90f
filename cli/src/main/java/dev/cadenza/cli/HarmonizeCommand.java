package dev.cadenza.cli;

import dev.cadenza.app.Origin;
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
            + " key, and close on the tonic where the melody does. --chords begin with the first whole bar."},
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

    @Mixin
    private VoicesFlags flags;

    HarmonizeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        return flags.generate(session, asMade -> new Origin.Voiced(file, parts, voices, asMade));
    }
}
