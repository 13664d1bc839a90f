package dev.cadenza.cli;

import dev.cadenza.app.Cadenza;
import java.io.PrintWriter;
import picocli.CommandLine;

/// The command line as an object: arguments in, text and an exit code out.
final class Cli {

    private final Terminal terminal;
    private final Interruption interruption;

    Cli(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    /// Runs one command.
    ///
    /// @return an [ExitCode]
    int run(String... args) {
        return commandLine().execute(args);
    }

    CommandLine commandLine() {
        Session session = new Session(new Cadenza(terminal.home(), terminal.shelves()), terminal, interruption);
        Failures failures = new Failures(terminal);
        CommandLine line = new CommandLine(new RootCommand());
        line.addSubcommand(new ComposeCommand(session));
        line.addSubcommand(new ContinueCommand(session));
        line.addSubcommand(new AccompanyCommand(session));
        line.addSubcommand(new HarmonizeCommand(session));
        line.addSubcommand(new FillCommand(session));
        line.addSubcommand(new InterpolateCommand(session));
        line.addSubcommand(new VaryCommand(session));
        line.addSubcommand(new ImportCommand(session));
        line.addSubcommand(new TrainCommand(session));
        line.addSubcommand(new ConvertCommand(session));
        line.addSubcommand(new RenderCommand(session));
        line.addSubcommand(new PlayCommand(session));
        line.addSubcommand(new InfoCommand(session));
        line.addSubcommand(new OriginalityCommand(session));
        line.addSubcommand(new EvaluateCommand(session));
        line.addSubcommand(StudyCommand.line(session));
        line.addSubcommand(new ModelsCommand(session));
        line.addSubcommand(new CompletionCommand(session));
        line.addSubcommand(new CommandLine.HelpCommand());
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                terminal.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(100);
        line.setParameterExceptionHandler((e, arguments) -> failures.usage(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failures.failure(e));
        return line;
    }
}
