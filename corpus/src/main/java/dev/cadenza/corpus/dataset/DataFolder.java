package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.archive.ArchiveKind;
import dev.cadenza.corpus.archive.Archives;
import dev.cadenza.corpus.dataset.DataSet.Archive;
import dev.cadenza.corpus.dataset.Manifest.Difference;
import dev.cadenza.corpus.dataset.Manifest.Line;
import dev.cadenza.corpus.dataset.Manifest.Placed;
import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/// The folder that fetched data sets are kept in, as `NAME/VERSION`. A data set is there as a whole and checked, or not at
/// all.
///
/// @param folder made where it is not there
/// @param patience how long a server may be silent
public record DataFolder(Path folder, Duration patience) {

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    /// A folder, with a patience of half a minute.
    public DataFolder(Path folder) {
        this(folder, USUAL_PATIENCE);
    }

    /// The user's own: what the environment variable `CADENZA_DATA` names, else `.cadenza/data` in the home folder.
    public static DataFolder ofUser() {
        String named = System.getenv("CADENZA_DATA");
        return new DataFolder(named != null && !named.isBlank() ? Path.of(named)
                : Path.of(System.getProperty("user.home", "."), ".cadenza", "data"));
    }

    /// Where a data set is kept, whether it is there or not.
    public Path of(DataSet set) {
        return folder.resolve(set.folder()).resolve(set.archive().version());
    }

    /// Whether a data set need not be fetched.
    public boolean has(DataSet set) {
        return Files.isDirectory(of(set));
    }

    /// The data set's folder; it is fetched, unpacked and checked where it is not there.
    ///
    /// @throws CadenzaException.EnvironmentException where it cannot be fetched
    /// @throws InputException HASH_DIFFERS where a file is not what it must be
    /// @throws OutputException where the folder cannot be written to
    /// @throws CancellationException where it was stopped; what has been fetched is kept to go on from
    public Path fetch(DataSet set, FetchListener listener) {
        Path home = of(set);
        if (has(set)) {
            check(home.toString(), set.archive().manifest().place(home).differences(listener), "Delete the folder " + home
                    + ", so that it is fetched anew.");
            return home;
        }
        Path archive = home.resolveSibling(set.archive().version() + ".part");
        Path room = home.resolveSibling("." + set.archive().version() + "." + ProcessHandle.current().pid());
        try {
            Files.createDirectories(home.getParent());
            delete(room);
            new Download(set.archive().address(), archive, set.archive().mostBytes(), patience).fetch(listener);
            unpack(set.archive(), archive, Files.createDirectory(room), listener);
            Files.move(room.resolve("checked"), home, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(archive);
        } catch (IOException e) {
            if (!has(set)) {
                throw new OutputException(home.toString(), "CANNOT_WRITE", "the data set cannot be kept here (" + FileFaults.reason(e) + ").",
                        "Check that the folder may be written to and has space left, or name another one with CADENZA_DATA.", e);
            }
        } finally {
            delete(room);
        }
        return home;
    }

    /// Leaves what is checked in `room/checked`. An archive that is wrong is of no use to go on from and is deleted.
    private static void unpack(Archive expected, Path archive, Path room, FetchListener listener) throws IOException {
        try {
            if (!expected.sha256().isEmpty()) {
                listener.notice("Checking the archive ...");
                String found = Hashes.of(archive);
                if (!found.equals(expected.sha256())) {
                    throw wrong(expected.address().toString(), "the SHA-256 of the archive should be " + expected.sha256() + " and is "
                            + found + ".", "Run the command again; if it stays so, name a copy from elsewhere with --from FILE_OR_FOLDER.");
                }
            }
            listener.notice("Unpacking ...");
            Path root = Archives.unpack(archive, ArchiveKind.TAR_GZ, Files.createDirectory(room.resolve("all")), listener::stopRequested).root();
            Placed placed = expected.manifest().place(root);
            check(expected.address().toString(), placed.differences(listener),
                    "Run the command again; if it stays so, name a copy from elsewhere with --from FILE_OR_FOLDER.");
            if (expected.manifest().lines().isEmpty()) {
                Files.move(root, room.resolve("checked"));
            } else {
                keep(placed, root, Files.createDirectory(room.resolve("checked")));
            }
        } catch (InputException e) {
            Files.deleteIfExists(archive);
            throw e;
        }
    }

    /// Moves the files that were checked, and what the publishers say of them.
    private static void keep(Placed placed, Path root, Path checked) throws IOException {
        for (Line line : placed.manifest().lines()) {
            Path target = checked.resolve(line.path());
            Files.createDirectories(target.getParent());
            Files.move(placed.folder().resolve(line.path()), target);
        }
        for (Path file : Roots.list(root, Roots::isFile)) {
            String name = Roots.name(file).toUpperCase(Locale.ROOT);
            if (name.startsWith("LICENSE") || name.startsWith("README")) {
                Files.move(file, checked.resolve(Roots.name(file)));
            }
        }
    }

    private static void check(String source, List<Difference> differences, String remedy) {
        if (!differences.isEmpty()) {
            throw wrong(source, differences.getFirst().sentence() + (differences.size() == 1 ? "" : " So it is with "
                    + differences.size() + " files."), remedy);
        }
    }

    private static InputException wrong(String source, String cause, String remedy) {
        return new InputException(source, new Place.Nowhere(), "HASH_DIFFERS", cause, remedy);
    }

    /// Holds a copy from elsewhere against what is known. People have other versions, so that is no error.
    ///
    /// @param root the folder the copy lies in
    /// @return what to tell the user, as sentences; empty where all is as it should be
    public static List<String> compare(DataSet set, Path root, FetchListener listener) {
        List<Line> lines = set.archive().manifest().lines();
        List<Difference> differences = set.archive().manifest().place(root).differences(listener);
        if (differences.isEmpty()) {
            return List.of();
        }
        long missing = differences.stream().filter(d -> d.found().isEmpty()).count();
        return List.of("This copy of " + set.title() + " is not the version that is known (" + set.archive().version() + "): of "
                + lines.size() + " files, " + (differences.size() - missing) + " differ and " + missing + " are missing.");
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // What is left behind does no harm, and the first failure is the one worth reporting.
        }
    }
}
