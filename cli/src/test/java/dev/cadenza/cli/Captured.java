package dev.cadenza.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// One run of the command line inside the test, with what it printed.
record Captured(int code, String out, String err) {

    /// The root of the checkout: tests run in the folder of their module.
    static final Path HOME = Path.of("").toAbsolutePath().getParent();

    static Captured run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err), false, false, HOME);
        int code = new Cli(terminal, new Interruption()).run(arguments);
        return new Captured(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
