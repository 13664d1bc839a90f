package dev.cadenza.corpus.collection;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A hidden folder beside a corpus that is being made: archives are unpacked in it and the corpus is written in it, until
/// it is whole and takes its name. Closing it leaves nothing of it behind. Where its process is killed it stays, and the next
/// import of the same name goes on from the [Spool] in it.
final class Workplace implements AutoCloseable {

    private static final String ENDING = ".importing";
    private static final String LOCK = "lock";
    private static final String UNPACKED = "unpacked";

    private final Path folder;
    private final Path target;
    private final List<Path> madeParents = new ArrayList<>();
    private final FileChannel lock;

    private Workplace(Path target) throws IOException {
        this.target = target;
        makeParents();
        String name = "." + target.getFileName();
        Path usual = target.resolveSibling(name + ENDING);
        Optional<FileChannel> locked = locked(usual);
        int other = 0;
        Path chosen = usual;
        while (locked.isEmpty()) {
            chosen = target.resolveSibling(name + "." + ProcessHandle.current().pid() + "." + ++other + ENDING);
            locked = locked(chosen);
        }
        folder = chosen;
        lock = locked.get();
    }

    /// @throws OutputException where it cannot be made
    static Workplace beside(Path corpus) {
        Path target = corpus.toAbsolutePath().normalize();
        try {
            Workplace workplace = new Workplace(target);
            workplace.sweep();
            Folders.delete(workplace.fresh());
            Folders.delete(workplace.folder.resolve(UNPACKED));
            Files.createDirectory(workplace.fresh());
            return workplace;
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    /// Makes a folder where there is none, and takes it for this process; empty where another process, or another import of
    /// this one, is at work in it.
    private static Optional<FileChannel> locked(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException e) {
            // This process holds it: then it is taken, as by any other.
        }
        channel.close();
        return Optional.empty();
    }

    private void makeParents() throws IOException {
        for (Path parent = target.getParent(); parent != null && !Files.exists(parent); parent = parent.getParent()) {
            madeParents.add(parent);
        }
        Files.createDirectories(target.getParent());
    }

    /// Takes away what other imports left that were killed while there were several: their process is no more.
    private void sweep() throws IOException {
        String start = "." + target.getFileName() + ".";
        try (Stream<Path> files = Files.list(target.getParent())) {
            for (Path file : files.filter(Files::isDirectory).toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(start) && name.endsWith(ENDING) && name.length() > start.length() + ENDING.length()) {
                    String process = name.substring(start.length(), name.length() - ENDING.length());
                    if (process.matches("[0-9]{1,18}(\\.[0-9]+)?")
                            && ProcessHandle.of(Long.parseLong(process.replaceFirst("\\..*", ""))).isEmpty()) {
                        Folders.delete(file);
                    }
                }
            }
        }
    }

    /// What became of items so far.
    Path spool() {
        return folder.resolve("spool");
    }

    /// Where the corpus is written.
    Path fresh() {
        return folder.resolve("corpus");
    }

    /// Where archives are unpacked.
    Path room() {
        try {
            return Files.createDirectories(folder.resolve(UNPACKED));
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

    /// Refuses to replace what is no corpus: before all work, and again when it is done.
    void refuseOther() {
        if (Files.exists(target) && !StoredCorpus.isStored(target)) {
            throw new OutputException(target.toString(), "NOT_A_CORPUS", "something that is no corpus lies there, and is not replaced.",
                    "Choose another name (--out).", null);
        }
    }

    OutputException cannotWrite(IOException e) {
        return cannotWrite(target, e);
    }

    private static OutputException cannotWrite(Path target, IOException e) {
        return new OutputException(target.toString(), "CANNOT_WRITE",
                "the corpus cannot be written (" + FileFaults.reason(e) + ").",
                "Check that the folder may be written to and has space left.", e);
    }

    @Override
    public void close() {
        try {
            lock.close();
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
