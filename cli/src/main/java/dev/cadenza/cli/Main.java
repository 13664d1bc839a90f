package dev.cadenza.cli;

/// Starts the command line.
public final class Main {

    private Main() {
    }

    /// Runs one command and ends the process with its [ExitCode]. Ctrl-C stops the running job, waits for its files to be
    /// whole, and ends with 130.
    public static void main(String[] args) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::stop, "cadenza-stop"));
        int code = new Cli(Terminal.ofProcess(), interruption).run(args);
        interruption.finished();
        System.exit(code);
    }
}
