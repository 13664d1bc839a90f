package dev.cadenza.cli;

import dev.cadenza.app.Command.Play;
import dev.cadenza.app.Played;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(name = "play", mixinStandardHelpOptions = true, sortOptions = false,
        header = "Plays a file of music through the sound card.",
        description = {"", "Ctrl-C stops it. Without a sound card, use cadenza render FILE --to wav and play the file elsewhere."},
        footer = {"",
            "Examples:",
            "  cadenza play song.mid",
            "  cadenza play song.mid --soundfont piano.sf2"})
final class PlayCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "FILE", description = "MIDI, MusicXML, ABC, or any other that convert reads.")
    private Path file;

    @Option(names = "--soundfont", paramLabel = "FILE", description = "SoundFont 2 file for the sound.")
    private Path soundFont;

    @Mixin
    private TalkFlags talk;

    PlayCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Played played = session.run(new Play(file, Optional.ofNullable(soundFont)), talk.silent(), event -> { });
        if (talk.json()) {
            session.json(JsonNodeFactory.instance.objectNode().put("file", file.toString()).put("sounds", played.sounds())
                    .put("seconds", played.seconds()));
        } else if (!talk.quiet()) {
            session.line("Played " + file + " with the sounds of " + played.sounds() + ".");
        }
        return ExitCode.OK;
    }
}
