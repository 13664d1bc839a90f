package dev.cadenza.cli;

import dev.cadenza.app.FaultLog;
import dev.cadenza.score.CadenzaException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;

/// Turns whatever was thrown into words and an exit code. No stack trace reaches the user; one of a fault of ours is
/// kept in a file.
final class Failures {

    private final Terminal terminal;

    Failures(Terminal terminal) {
        this.terminal = terminal;
    }

    /// A command line that cannot be understood.
    int usage(CommandLine.ParameterException e) {
        CommandLine command = e.getCommandLine();
        say(e.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        terminal.err().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    /// A command that failed.
    int failure(Throwable e) {
        return switch (e) {
            case CadenzaException.RequestException told -> {
                say(told.getMessage());
                yield told.source().startsWith("-") ? ExitCode.USAGE : ExitCode.FAILED;
            }
            case CadenzaException told -> {
                say(told.getMessage());
                yield ExitCode.FAILED;
            }
            case CancellationException stopped -> {
                say("stopped.");
                yield ExitCode.INTERRUPTED;
            }
            case OutOfMemoryError full -> {
                say("this needs more memory than Java was given. Close other programs, or allow more with"
                        + " CADENZA_JAVA_OPTS=-Xmx4g.");
                yield ExitCode.FAILED;
            }
            default -> {
                say("sorry, this is a fault of Cadenza itself, not yours. " + FaultLog.kept("command line", e));
                yield ExitCode.FAILED;
            }
        };
    }

    private void say(String sentence) {
        terminal.err().println("cadenza: " + sentence);
    }
}
