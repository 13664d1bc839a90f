package dev.cadenza.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Where text goes, and what it may look like there.
///
/// @param out results
/// @param err progress, notices and errors
/// @param lively whether `err` is a terminal, so that a line can be rewritten
/// @param colour whether `out` is a terminal that shows colours
/// @param home the folder that holds the shipped `models` and `recipes`
/// @param shelves folders that hold models of the user's
record Terminal(PrintStream out, PrintStream err, boolean lively, boolean colour, Path home, List<Path> shelves) {

    /// The terminal of this process. The launcher says what the streams are, for Java cannot tell.
    static Terminal ofProcess() {
        boolean colour = Boolean.getBoolean("cadenza.terminal.out") && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(stream(FileDescriptor.out, "stdout.encoding"), stream(FileDescriptor.err, "stderr.encoding"),
                Boolean.getBoolean("cadenza.terminal.err") && !"dumb".equals(System.getenv("TERM")), colour,
                Path.of(System.getProperty("cadenza.home", "")),
                List.of(Path.of(""), Path.of(System.getProperty("user.home", ""), ".cadenza", "models")));
    }

    private static PrintStream stream(FileDescriptor file, String property) {
        String name = System.getProperty(property, "");
        Charset charset = Charset.isSupported(name.isEmpty() ? "-" : name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return new PrintStream(new FileOutputStream(file), true, charset);
    }
}
