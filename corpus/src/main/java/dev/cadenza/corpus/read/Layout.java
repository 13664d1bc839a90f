package dev.cadenza.corpus.read;

import java.nio.file.Path;
import java.util.List;

/// How files lie together as pieces: any tree of files, or a published data set.
public interface Layout {

    /// Its name as one types it: `files`, `jsb`, `nottingham`, `pop909`, `lakh`.
    String name();

    /// Whether a file or folder looks like this layout. A cheap look at names only.
    boolean recognises(Path root);

    /// What is in it, sorted by id. Files are looked for but not read.
    ///
    /// @throws dev.cadenza.score.CadenzaException.InputException where a folder cannot be listed
    List<Item> items(Path root);
}
