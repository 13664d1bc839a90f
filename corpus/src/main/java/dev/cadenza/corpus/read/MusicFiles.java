package dev.cadenza.corpus.read;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The music files under a folder, by their endings. Links are found but not followed, so that nothing outside the folder
/// is read and no walk goes round in circles.
final class MusicFiles {

    private static final List<String> ENDINGS = List.of(".mid", ".midi", ".kar", ".rmi", ".mxl", ".musicxml", ".xml");

    private MusicFiles() {
    }

    /// @param id path inside the folder, with `/` between names
    /// @param refusal why it is not read; empty where it may be
    record Found(String id, Path path, String refusal) {
    }

    /// In the order of their ids.
    ///
    /// @throws InputException where the folder cannot be read
    static List<Found> under(Path folder) {
        List<Found> files = new ArrayList<>();
        try {
            Path root = folder.toRealPath();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                    if (ENDINGS.stream().anyMatch(name::endsWith) && !name.startsWith(".")) {
                        files.add(new Found(id(root, file), file, attributes.isRegularFile() ? "" : "a link or no plain file"));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (file.equals(root)) {
                        throw e;
                    }
                    files.add(new Found(id(root, file), file, "may not be read"));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new InputException(folder.toString(), new Place.Nowhere(), "CANNOT_READ",
                    "the folder cannot be read (" + e.getMessage() + ").", "Check its name and whether it may be read.", e);
        }
        files.sort(Comparator.comparing(Found::id));
        return files;
    }

    private static String id(Path root, Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
