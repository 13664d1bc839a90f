package dev.cadenza.corpus.read;

import java.nio.file.Path;
import java.util.List;

/// One source of pieces: a file, or several that belong together. It is read on demand, on any thread.
public interface Item {

    /// The path inside the root with `/` between names, letters beyond ASCII kept; unique in its layout.
    String id();

    /// The files it is read from, in a fixed order: what is hashed.
    List<Path> files();

    /// Reads it. Equal files give equal pieces in equal order, whatever else is being read.
    ///
    /// @return its pieces; empty where there is no music in it
    /// @throws dev.cadenza.score.CadenzaException where it cannot be read; that costs this item only
    List<SourcePiece> read();
}
