package dev.cadenza.score;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/// Folders that come and go as a whole.
public final class Folders {

    private Folders() {
    }

    /// A folder beside another one, its name ending in `ending`.
    public static Path sibling(Path folder, String ending) {
        Path whole = folder.toAbsolutePath().normalize();
        return whole.resolveSibling(whole.getFileName() + ending);
    }

    /// Puts `fresh`, whose files are synced, in the place of `folder`: what is there is renamed to `old`, `fresh` to
    /// `folder`, and `old` deleted. Whenever that is cut off, a whole folder stands under its name or, if there is none,
    /// under `old`. All three lie in the same folder.
    public static void replace(Path fresh, Path folder, Path old) throws IOException {
        boolean there = Files.exists(folder);
        if (there) {
            delete(old);
            move(folder, old);
        }
        move(fresh, folder);
        AtomicFiles.syncFolder(folder.toAbsolutePath().getParent());
        if (there) {
            delete(old);
        }
    }

    /// Renames a folder within its disk, in one step.
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Deletes a folder and all that is in it. Links are deleted, not what they lead to; nothing happens where there is
    /// no such folder.
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, IOException e) throws IOException {
                if (e != null && !(e instanceof NoSuchFileException)) {
                    throw e;
                }
                Files.delete(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
