package dev.cadenza.cli;

/// Starts the command line.
public final class Main {

    private Main() {
    }

    /// Runs one command and ends the process with its [ExitCode].
    public static void main(String[] args) {
        System.exit(new Cli(Terminal.ofProcess()).run(args));
    }
}
