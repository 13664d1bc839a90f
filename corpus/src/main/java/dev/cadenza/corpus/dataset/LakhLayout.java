package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The Lakh MIDI Dataset (Raffel, 2016), `lmd_full`: 176,581 files in folders `0` to `f`, each named by the MD5 of its
/// bytes, which is checked. Works for any such tree, however large: an item that is not being read takes some forty bytes.
public final class LakhLayout implements Layout {

    static final Pattern FILE = Pattern.compile("[0-9a-f]{32}\\.mid");

    private static final Predicate<Path> HEXES = folder -> Roots.folders(folder).stream()
            .filter(f -> Roots.name(f).matches("[0-9a-f]")).limit(3).anyMatch(LakhLayout::holdsFiles);

    @Override
    public String name() {
        return "lakh";
    }

    /// Whether there are folders of one hexadecimal digit, with files named by an MD5 in them.
    @Override
    public boolean recognises(Path root) {
        return Roots.find(root, HEXES).isPresent();
    }

    /// One item a file, in the order of names.
    @Override
    public List<Item> items(Path root) {
        return HashedFiles.in(root, Roots.need(root, HEXES, "the Lakh MIDI Dataset", "the folders 0 to f"));
    }

    private static boolean holdsFiles(Path folder) {
        return HashedFiles.any(folder, FILE);
    }
}
