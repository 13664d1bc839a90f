package dev.cadenza.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "study", mixinStandardHelpOptions = true, sortOptions = false, synopsisSubcommandLabel = "COMMAND",
        header = "Lets people listen and judge, without knowing what they hear.",
        description = {"", "First make a study of two kinds of music, then serve it to listeners, then read what came out.", ""},
        commandListHeading = "Commands:%n",
        footer = {"",
            "Examples:",
            "  cadenza study new --a takes --b corpus/bach --out study",
            "  cadenza study report study --rehearse 20     # what twenty listeners could tell",
            "  cadenza study serve study                    # on this machine",
            "  cadenza study serve study --host 0.0.0.0     # phones in the same network too",
            "  cadenza study report study"})
final class StudyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    private StudyCommand() {
    }

    /// With its commands.
    static CommandLine line(Session session) {
        CommandLine line = new CommandLine(new StudyCommand());
        line.addSubcommand(new StudyNewCommand(session));
        line.addSubcommand(new StudyServeCommand(session));
        line.addSubcommand(new StudyReportCommand(session));
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
