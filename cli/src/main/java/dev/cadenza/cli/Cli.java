package dev.cadenza.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/// The command line as an object: arguments in, text and an exit code out.
final class Cli {

    private final Terminal terminal;

    Cli(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Runs one command.
    ///
    /// @return an [ExitCode]
    int run(String... args) {
        return commandLine().execute(args);
    }

    CommandLine commandLine() {
        Failures failures = new Failures(terminal);
        CommandLine line = new CommandLine(new RootCommand());
        line.addSubcommand(new CompletionCommand(terminal));
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
