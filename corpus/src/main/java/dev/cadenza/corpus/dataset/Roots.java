package dev.cadenza.corpus.dataset;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds where in a folder a data set lies: people name the folder itself, the one above it, or a parent that an archive
/// made. Links are not followed.
final class Roots {

    /// So many folders are looked into before a folder is taken for something else.
    private static final int MOST_FOLDERS = 200;

    private Roots() {
    }

    /// The first folder, in the order of names and from the outside inwards, that has what is looked for: `root` itself, a
    /// folder in it or, where there is one folder in it and no more, one in that: a set that lies deeper among other folders
    /// is not all that they hold.
    static Optional<Path> find(Path root, Predicate<Path> has) {
        List<Path> level = List.of(root);
        int looked = 0;
        for (int depth = 0; depth <= 2; depth++) {
            List<Path> next = new ArrayList<>();
            for (Path folder : level) {
                if (looked++ == MOST_FOLDERS) {
                    return Optional.empty();
                }
                if (has.test(folder)) {
                    return Optional.of(folder);
                }
                if (depth == 0 || depth == 1 && level.size() == 1) {
                    next.addAll(folders(folder));
                }
            }
            level = next;
        }
        return Optional.empty();
    }

    /// What [#find] finds.
    ///
    /// @throws InputException OTHER_LAYOUT where there is none
    static Path need(Path root, Predicate<Path> has, String set, String names) {
        return find(root, has).orElseThrow(() -> new InputException(root.toString(), new Place.Nowhere(), "OTHER_LAYOUT",
                "this is not laid out like " + set + ".", "Name the folder that holds " + names + "."));
    }

    /// The folders in a folder, by name; none where it cannot be listed.
    static List<Path> folders(Path folder) {
        try {
            return list(folder, path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
        } catch (InputException e) {
            return List.of();
        }
    }

    /// Entries of a folder, by name.
    ///
    /// @throws InputException CANNOT_READ
    static List<Path> list(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted((a, b) -> name(a).compareTo(name(b))).toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new InputException(folder.toString(), new Place.Nowhere(), "CANNOT_READ",
                    "the folder cannot be read (" + e.getMessage() + ").", "Check its name and whether it may be read.", e);
        }
    }

    static String name(Path path) {
        return path.getFileName() == null ? "" : path.getFileName().toString();
    }

    static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// Path inside a folder, with `/` between names.
    static String id(Path root, Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
