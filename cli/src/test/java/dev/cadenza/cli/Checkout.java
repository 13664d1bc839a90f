package dev.cadenza.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checkout that the tests run in.
final class Checkout {

    /// Modules from the bottom to the top; none may use one that stands after it.
    static final List<String> MODULES = List.of("score", "corpus", "model", "train", "render", "evaluate", "app", "cli", "studio", "bench");

    private Checkout() {
    }

    static Path root() {
        return Captured.HOME;
    }

    /// All files below the source folders of all modules whose name ends so.
    static List<Path> sources(String ending) {
        return MODULES.stream().map(module -> root().resolve(module).resolve("src")).filter(Files::isDirectory)
                .flatMap(source -> below(source).stream()).filter(file -> file.toString().endsWith(ending)).toList();
    }

    static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
