package dev.cadenza.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for the length of one input, for readers of files.
final class Scratch implements AutoCloseable {

    private final String ending;
    private Path root;

    Scratch(String ending) {
        this.ending = ending;
    }

    /// A file with these bytes.
    Path file(byte[] bytes) {
        try {
            return Files.write(root().resolve("input." + ending), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An empty folder.
    Path folder() {
        try {
            return Files.createDirectory(root().resolve("unpacked"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Checks that nothing was written beside the input and a folder.
    void nothingBesides(Path folder) {
        try (Stream<Path> all = Files.list(root)) {
            List<Path> others = all.filter(path -> !path.equals(folder) && !path.endsWith("input." + ending)).toList();
            if (!others.isEmpty()) {
                throw new AssertionError("written outside its folder: " + others);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path root() throws IOException {
        if (root == null) {
            root = Files.createTempDirectory("cadenza-fuzz");
        }
        return root;
    }

    @Override
    public void close() {
        if (root == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
