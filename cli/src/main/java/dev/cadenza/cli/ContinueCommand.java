package dev.cadenza.cli;

import dev.cadenza.app.Command.Generate;
import dev.cadenza.app.Origin;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "continue", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Goes on where a file of music ends.",
        description = {"", "The music of the file is kept as far as the model can represent it; --bars says how much is added."},
        footer = {"",
            "Examples:",
            "  cadenza continue chorale.mid",
            "  cadenza continue tune.mid --style melody --bars 8 --takes 3",
            "  cadenza continue tune.mid --model my-model --out longer"})
final class ContinueCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "MIDI, MusicXML, ABC, or any other that convert reads.")
    private Path file;

    @Mixin
    private GenerationFlags generation;

    @Mixin
    private OutputFlags output;

    @Mixin
    private TalkFlags talk;

    ContinueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        return ComposeCommand.generate(session, new Generate(generation.choice(), new Origin.Primer(file), generation.behind(),
                output.destination(), output.soundFont()), talk);
    }
}
