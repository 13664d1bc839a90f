package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.archive.ArchiveKind;
import dev.cadenza.corpus.archive.Archives;
import dev.cadenza.corpus.archive.Skipped;
import dev.cadenza.corpus.archive.Unpacked;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Layout;
import dev.cadenza.corpus.read.MusicFiles;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/// A source that has been unpacked where needed and looked through.
///
/// @param name what it is called: the last name of its path
/// @param prefix stands before the ids of its items, so that several sources do not collide; empty for a single one
/// @param root where its files really lie
/// @param items in the order of their ids
/// @param skipped what was left out of an archive
record OpenSource(String name, String prefix, Path root, Layout layout, List<Item> items, List<Skipped> skipped, String licence) {

    /// Opens sources.
    ///
    /// @param room makes the folder in which archives are unpacked, once one is
    /// @throws InputException where one is not there, or cannot be read
    static List<OpenSource> all(List<ImportSource> sources, Supplier<Path> room, ImportListener listener) {
        sources.forEach(OpenSource::check);
        List<OpenSource> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ImportSource source : sources) {
            String name = String.valueOf(source.path().toAbsolutePath().normalize().getFileName());
            String unique = name;
            for (int number = 2; !names.add(unique); number++) {
                unique = name + "-" + number;
            }
            all.add(open(source, unique, sources.size() == 1 ? "" : unique + "/", room, listener));
        }
        return all;
    }

    private static void check(ImportSource source) {
        if (!Files.exists(source.path())) {
            throw new InputException(source.path().toString(), new Place.Nowhere(), "NO_SUCH_FILE",
                    "there is no such file or folder.", "Check the name.");
        }
    }

    private static OpenSource open(ImportSource source, String name, String prefix, Supplier<Path> room, ImportListener listener) {
        Optional<ArchiveKind> archive = Files.isDirectory(source.path()) ? Optional.empty() : ArchiveKind.of(source.path());
        Unpacked unpacked = new Unpacked(source.path(), List.of());
        if (archive.isPresent()) {
            listener.notice("Unpacking " + source.path() + " ...");
            unpacked = Archives.unpack(source.path(), archive.get(), inside(room.get(), name), listener::stopRequested);
        }
        // Where it really lies: files are named from here, however the source was named.
        Path root = real(unpacked.root());
        Layout layout = source.layout().apply(root);
        return new OpenSource(name, prefix, root, layout, layout.items(root), unpacked.skipped(), source.licence());
    }

    private static Path inside(Path room, String name) {
        try {
            return Files.createDirectory(room.resolve(name));
        } catch (IOException e) {
            throw new OutputException(room.toString(), "CANNOT_WRITE", "no archive can be unpacked here (" + FileFaults.reason(e) + ").",
                    "Check that the folder may be written to and has space left.", e);
        }
    }

    /// How many files there are that no item uses, by their endings in small letters; `none` stands for files without one.
    Map<String, Integer> otherFiles() {
        Set<Path> used = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (Item item : items) {
            ids.add(item.id());
            for (Path file : item.files()) {
                used.add(real(file));
            }
        }
        Map<String, Integer> others = new TreeMap<>();
        for (MusicFiles.Found file : MusicFiles.under(root)) {
            if (!used.contains(file.path()) && !ids.contains(file.id())) {
                others.merge(ending(file.path().getFileName().toString()), 1, Integer::sum);
            }
        }
        return others;
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 1 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
        return ending.length() > 1 && ending.length() <= 10 ? ending : "none";
    }
}
