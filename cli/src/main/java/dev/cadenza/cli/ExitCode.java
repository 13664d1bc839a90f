package dev.cadenza.cli;

/// What the process answers to the one that started it.
final class ExitCode {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
