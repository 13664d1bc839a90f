package dev.cadenza.cli;

import dev.cadenza.app.Origin;
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
        description = {"", "Any bars of any voices. Everything else stays exactly as it is; so do notes that reach into the region or out of it."
            + " --chords begin with the region, --cadence closes it."},
        footer = {"",
            "Examples:",
            "  cadenza fill chorale.mid --bars 5-8",
            "  cadenza fill chorale.musicxml --bars 5-8 --parts alto,tenor --takes 4",
            "  cadenza fill chorale.mid --parts bass --chords 'I | IV V | I' --temperature 1.1"})
final class FillCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "Four parts, each one note at a time: MIDI, MusicXML, ABC, or any other that convert reads.")
    private Path file;

    @Option(names = {"-b", "--bars"}, paramLabel = "RANGES", description = "Which bars: 5-8, or 1,5-8; an upbeat is bar 1."
            + " Default: all.")
    private String bars;

    @Option(names = "--parts", paramLabel = "LIST", split = ",", description = "Which parts, by name or number from 1. Default: all.")
    private List<String> parts = List.of();

    @Mixin
    private VoicesFlags flags;

    FillCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        return flags.generate(session, asMade -> new Origin.Filled(file, Optional.ofNullable(bars), parts, asMade));
    }
}
