package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.dataset.JsbLayout;
import dev.cadenza.corpus.dataset.LakhLayout;
import dev.cadenza.corpus.dataset.NottinghamLayout;
import dev.cadenza.corpus.dataset.Pop909Layout;
import dev.cadenza.corpus.dataset.RollLayout;
import dev.cadenza.corpus.read.FilesLayout;
import dev.cadenza.corpus.read.Layout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The layouts there are.
public final class Layouts {

    /// In the order they are tried; the last one takes anything.
    private static final List<Layout> KNOWN = List.of(new JsbLayout(), new RollLayout(), new NottinghamLayout(), new Pop909Layout(),
            new LakhLayout(), new FilesLayout());

    private Layouts() {
    }

    /// The layout that a file or folder has.
    public static Layout of(Path root) {
        return KNOWN.stream().filter(layout -> layout.recognises(root)).findFirst().orElseThrow();
    }

    /// The layout of that name; empty where there is none.
    public static Optional<Layout> named(String name) {
        return KNOWN.stream().filter(layout -> layout.name().equals(name)).findFirst();
    }

    /// The names of all layouts.
    public static List<String> names() {
        return KNOWN.stream().map(Layout::name).toList();
    }
}
