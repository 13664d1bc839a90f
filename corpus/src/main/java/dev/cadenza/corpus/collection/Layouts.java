package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.dataset.DataSet;
import dev.cadenza.corpus.dataset.DataSets;
import dev.cadenza.corpus.read.FilesLayout;
import dev.cadenza.corpus.read.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The layouts there are.
public final class Layouts {

    /// In the order they are tried; the last one takes anything.
    private static final List<Layout> KNOWN = Stream.concat(DataSets.layouts().stream(), Stream.of(new FilesLayout())).toList();

    private Layouts() {
    }

    /// The layout that a file or folder has.
    public static Layout of(Path root) {
        return KNOWN.stream().filter(layout -> layout.recognises(root)).findFirst().orElseThrow();
    }

    /// The layout of that name; empty where there is none.
    public static Optional<Layout> named(String name) {
        return KNOWN.stream().filter(layout -> layout.name().equals(name)).findFirst()
                .or(() -> DataSets.named(name).map(DataSet::layout));
    }

    /// The names of all layouts.
    public static List<String> names() {
        return KNOWN.stream().map(Layout::name).toList();
    }
}
