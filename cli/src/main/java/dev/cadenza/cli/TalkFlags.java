package dev.cadenza.cli;

import picocli.CommandLine.Option;

/// How much is said, and to whom.
final class TalkFlags {

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(names = {"-q", "--quiet"}, description = "Print nothing but errors (and JSON, where asked for).")
    private boolean quiet;

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    /// Whether progress and notices are to be kept back.
    boolean silent() {
        return quiet || json;
    }
}
