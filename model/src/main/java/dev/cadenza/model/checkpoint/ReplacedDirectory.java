package dev.cadenza.model.checkpoint;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Folders;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A directory that is replaced as a whole. The new one is written to `NAME.tmp` and synced, the present one renamed to
/// `NAME.old`, the new one to `NAME`, and `NAME.old` deleted: whenever that is cut off, a whole directory stands under
/// `NAME` or, if there is none, under `NAME.old`.
final class ReplacedDirectory {

    private static final int ATTEMPTS = 20;

    private ReplacedDirectory() {
    }

    /// @throws OutputException where the disk does not allow it
    static void write(Path directory, Map<String, AtomicFiles.Content> files) {
        Path fresh = Folders.sibling(directory, ".tmp");
        Path old = Folders.sibling(directory, ".old");
        try {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            if (Files.exists(old) && !Files.exists(directory)) {
                Folders.move(old, directory);
            }
            Folders.delete(fresh);
            Files.createDirectory(fresh);
            files.forEach((name, content) -> AtomicFiles.write(fresh.resolve(name), content));
            Folders.replace(fresh, directory, old);
        } catch (IOException e) {
            throw new OutputException(directory.toString(), "CANNOT_WRITE",
                    "the checkpoint cannot be written (" + FileFaults.reason(e) + ").",
                    "Check that the folder may be written to and has space left.", e);
        }
    }

    /// The directory that counts under this name at the moment, if there is one.
    static Optional<Path> present(Path directory) {
        if (Files.isDirectory(directory)) {
            return Optional.of(directory);
        }
        Path old = Folders.sibling(directory, ".old");
        return Files.isDirectory(old) ? Optional.of(old) : Optional.empty();
    }

    /// What `reader` makes of the directory that counts, all of it from one and the same directory even while another
    /// process replaces it.
    static <T> T read(Path directory, Function<Path, T> reader) {
        for (int attempt = 1;; attempt++) {
            Path present = present(directory).orElseThrow(() -> missing(directory));
            String identity = identity(present);
            try {
                T result = reader.apply(present);
                if (identity.equals(identity(present)) || attempt == ATTEMPTS) {
                    return result;
                }
            } catch (CadenzaException e) {
                if (identity.equals(identity(present)) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    static ModelException missing(Path directory) {
        return new ModelException(directory.toString(), new Place.Nowhere(), "NO_MODEL", "there is no model of that name.",
                "Name a directory that holds weights.safetensors.");
    }

    /// What tells a directory from the one that replaces it.
    private static String identity(Path directory) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(directory, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.lastModifiedTime() + " " + attributes.creationTime();
        } catch (IOException e) {
            return "gone";
        }
    }
}
