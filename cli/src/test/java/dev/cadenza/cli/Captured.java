package dev.cadenza.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// One run of the command line inside the test, with what it printed.
record Captured(int code, String out, String err) {

    /// The root of the checkout: tests run in the folder of their module.
    static final Path HOME = Path.of("").toAbsolutePath().getParent();

    static Captured run(String... arguments) {
        return run(new Interruption(), arguments);
    }

    static Captured run(Interruption interruption, String... arguments) {
        return run(interruption, HOME, List.of(), arguments);
    }

    /// @param home where the shipped models lie
    /// @param shelves where the user's models lie
    static Captured at(Path home, List<Path> shelves, String... arguments) {
        return run(new Interruption(), home, shelves, arguments);
    }

    private static Captured run(Interruption interruption, Path home, List<Path> shelves, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Cli(new Terminal(stream(out), stream(err), false, false, home, shelves), interruption).run(arguments);
        return new Captured(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
