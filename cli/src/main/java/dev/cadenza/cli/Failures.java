package dev.cadenza.cli;

import dev.cadenza.app.Version;
import dev.cadenza.score.CadenzaException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
                say("sorry, this is a fault of Cadenza itself, not yours. " + kept(e));
                yield ExitCode.FAILED;
            }
        };
    }

    private void say(String sentence) {
        terminal.err().println("cadenza: " + sentence);
    }

    private static String kept(Throwable e) {
        StringWriter text = new StringWriter();
        text.append("Cadenza ").append(Version.number()).append(", Java ").append(System.getProperty("java.version"))
                .append(", ").append(System.getProperty("os.name")).append('\n');
        e.printStackTrace(new PrintWriter(text, true));
        try {
            Path log = Files.createTempFile("cadenza-fault-", ".log");
            Files.writeString(log, text.toString());
            return "What happened stands in " + log + "; please send that file with a report.";
        } catch (IOException unwritable) {
            return "It could not even write a log (" + e.getClass().getSimpleName() + ").";
        }
    }
}
