package dev.cadenza.corpus.read;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.FileFaults;
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

/// The files under a folder. Links are found but not followed, so that nothing outside the folder is read and no walk goes
/// round in circles.
public final class MusicFiles {

    private MusicFiles() {
    }

    /// @param id path inside the folder, with `/` between names
    /// @param refusal why it is not read; empty where it may be
    public record Found(String id, Path path, String refusal) {
    }

    /// All files, in the order of their ids; a single file is the only one of itself. Names that begin with a dot are left
    /// out.
    ///
    /// @throws InputException where the folder cannot be read
    public static List<Found> under(Path root) {
        List<Found> files = new ArrayList<>();
        try {
            Path real = root.toRealPath();
            Files.walkFileTree(real, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!file.getFileName().toString().startsWith(".")) {
                        files.add(new Found(id(real, file), file, attributes.isRegularFile() ? "" : "a link or no plain file"));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (file.equals(real)) {
                        throw e;
                    }
                    files.add(new Found(id(real, file), file, "may not be read"));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new InputException(root.toString(), new Place.Nowhere(), "CANNOT_READ",
                    "the folder cannot be read (" + FileFaults.reason(e) + ").", "Check its name and whether it may be read.", e);
        }
        files.sort(Comparator.comparing(Found::id));
        return files;
    }

    private static String id(Path root, Path file) {
        Path inside = file.equals(root) ? file.getFileName() : root.relativize(file);
        return inside.toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
