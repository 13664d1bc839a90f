package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.read.Layout;
import java.nio.file.Path;
import java.util.function.Function;

/// What is imported.
///
/// @param path a folder, an archive or a file
/// @param layout how it is laid out, told from the folder or file itself, or from what the archive holds
/// @param licence name of the licence, or a few words about it; empty where it is not stated
public record ImportSource(Path path, Function<Path, Layout> layout, String licence) {

    /// A source whose layout is found out.
    public static ImportSource of(Path path, String licence) {
        return new ImportSource(path, Layouts::of, licence);
    }
}
