package dev.cadenza.cli;

import dev.cadenza.app.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "cadenza", mixinStandardHelpOptions = true, versionProvider = RootCommand.Number.class,
        header = "New music from what you like, on your own machine.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {"",
            "Examples:",
            "  cadenza compose                     a new four-part chorale as MIDI, sound, score and picture",
            "  cadenza compose --style melody --bars 8 --seed 7",
            "  cadenza continue song.mid --bars 8  goes on where the song ends",
            "  cadenza import my-midi-files        makes a corpus of them, and says what is in it",
            "  cadenza train corpus/my-midi-files --recipe melody --out my-model",
            "  cadenza compose --model my-model",
            "",
            "Each command explains itself: cadenza COMMAND --help"})
final class RootCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }

    static final class Number implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Cadenza " + Version.number()};
        }
    }
}
