package dev.cadenza.corpus.collection;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A hidden folder beside a corpus that is being made: archives are unpacked in it and the corpus is written in it, until
/// it is whole and takes its name. Closing it leaves nothing of it behind.
final class Workplace implements AutoCloseable {

    private static final String ENDING = ".importing";

    private final Path folder;
    private final Path target;
    private final List<Path> madeParents;

    private Workplace(Path folder, Path target, List<Path> madeParents) {
        this.folder = folder;
        this.target = target;
        this.madeParents = madeParents;
    }

    /// @throws OutputException where it cannot be made
    static Workplace beside(Path corpus) {
        Path target = corpus.toAbsolutePath().normalize();
        Path folder = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ENDING);
        Workplace workplace = new Workplace(folder, target, new ArrayList<>());
        try {
            workplace.makeParents();
            workplace.sweep();
            Folders.delete(folder);
            Files.createDirectory(folder);
            Files.createDirectory(workplace.fresh());
            return workplace;
        } catch (IOException e) {
            workplace.removeParents();
            throw workplace.cannotWrite(e);
        }
    }

    private void makeParents() throws IOException {
        for (Path parent = target.getParent(); parent != null && !Files.exists(parent); parent = parent.getParent()) {
            madeParents.add(parent);
        }
        Files.createDirectories(target.getParent());
    }

    /// Takes away what imports left that were killed: their process is no more.
    private void sweep() throws IOException {
        String start = "." + target.getFileName() + ".";
        try (Stream<Path> files = Files.list(target.getParent())) {
            for (Path file : files.filter(Files::isDirectory).toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(start) && name.endsWith(ENDING) && name.length() > start.length() + ENDING.length()) {
                    String process = name.substring(start.length(), name.length() - ENDING.length());
                    if (process.matches("[0-9]{1,18}") && ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
                        Folders.delete(file);
                    }
                }
            }
        }
    }

    /// Where the corpus is written.
    Path fresh() {
        return folder.resolve("corpus");
    }

    /// Where archives are unpacked.
    Path room() {
        try {
            return Files.createDirectories(folder.resolve("unpacked"));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /// Gives the corpus its name: that of a folder that does not exist yet, a number being added where needed, unless
    /// `force` replaces the one that does.
    ///
    /// @return the folder of the corpus
    /// @throws OutputException where that cannot be done, NOT_A_CORPUS where it would replace something else
    Path publish(boolean force) {
        try {
            AtomicFiles.syncFolder(fresh());
            if (force && Files.exists(target)) {
                refuseOther();
                Folders.replace(fresh(), target, target.resolveSibling("." + target.getFileName() + ".replaced"));
                return named(target);
            }
            Path free = target;
            for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
                free = Folders.sibling(target, "-" + number);
            }
            Folders.move(fresh(), free);
            AtomicFiles.syncFolder(target.getParent());
            return named(free);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private Path named(Path made) {
        madeParents.clear();
        return made;
    }

    private void refuseOther() {
        if (!StoredCorpus.isStored(target)) {
            throw new OutputException(target.toString(), "NOT_A_CORPUS", "something that is no corpus lies there, and is not replaced.",
                    "Choose another name (--out).", null);
        }
    }

    OutputException cannotWrite(IOException e) {
        return new OutputException(target.toString(), "CANNOT_WRITE",
                "the corpus cannot be written (" + e.getClass().getSimpleName() + ": " + e.getMessage() + ").",
                "Check that the folder may be written to and has space left.", e);
    }

    @Override
    public void close() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw cannotWrite(e);
        } finally {
            removeParents();
        }
    }

    private void removeParents() {
        try {
            for (Path parent : madeParents) {
                Files.deleteIfExists(parent);
            }
        } catch (IOException e) {
            // Someone else has put something into it: then it stays.
        }
    }
}
