package dev.cadenza.cli;

import dev.cadenza.app.Command.Render;
import dev.cadenza.app.Destination;
import dev.cadenza.score.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "render", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Turns a file of music into sound, notation and a picture.",
        description = {"", "The files are written to the current folder and named after the file, unless --out says otherwise."
            + " Sound and MIDI play repeats out."},
        footer = {"",
            "Examples:",
            "  cadenza render song.mid --to wav",
            "  cadenza render song.mid --to musicxml,png --out pictures/",
            "  cadenza render song.mid --to wav --soundfont piano.sf2 --force"})
final class RenderCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "MIDI, MusicXML, ABC, or any other that convert reads.")
    private Path file;

    @Mixin
    private OutputFlags output;

    @Mixin
    private TalkFlags talk;

    RenderCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Destination destination = output.destination();
        List<Path> files = session.run(new Render(file, destination, output.soundFont()), talk.silent(), event -> { });
        if (talk.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("file", file.toString());
            ArrayNode list = node.putArray("files");
            files.forEach(written -> list.add(written.toString()));
            session.json(node);
        } else if (!talk.quiet()) {
            files.forEach(written -> session.line("Wrote " + Shown.text(written.toString())));
        }
        return ExitCode.OK;
    }
}
