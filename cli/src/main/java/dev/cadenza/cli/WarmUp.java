package dev.cadenza.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// What the launcher runs once after a build, so that Java can keep the classes of usual commands loaded and linked.
final class WarmUp {

    private WarmUp() {
    }

    /// @param args the folder of the checkout, and an empty one to write to
    public static void main(String[] args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Terminal terminal = new Terminal(nowhere, nowhere, false, false, Path.of(args[0]), List.of());
        String out = Path.of(args[1], "piece").toString();
        for (List<String> command : List.of(List.of("--help"), List.of("compose", "--help"),
                List.of("compose", "--bars", "2", "--seed", "1", "--out", out),
                List.of("info", out + ".mid"), List.of("info", "--json", out + ".mid"))) {
            new Cli(terminal, new Interruption()).run(command.toArray(String[]::new));
        }
        // Java's picture and sound classes may leave threads behind.
        System.exit(ExitCode.OK);
    }
}
