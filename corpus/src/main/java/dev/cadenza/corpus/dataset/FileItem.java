package dev.cadenza.corpus.dataset;

import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.SourcePiece;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// An item whose reading is given as a function.
record FileItem(String id, List<Path> files, Supplier<List<SourcePiece>> reading) implements Item {

    FileItem {
        files = List.copyOf(files);
    }

    @Override
    public List<SourcePiece> read() {
        return reading.get();
    }
}
