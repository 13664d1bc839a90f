package dev.cadenza.app;

import dev.cadenza.corpus.collection.CorpusFacts;
import dev.cadenza.corpus.collection.StoredCorpus;
import java.nio.file.Path;

/// A corpus on disk.
///
/// @param folder where it lies
/// @param recipe name of the recipe that suits most of its pieces
/// @param report what was kept, dropped and why, and what the music is like, in lines for a person
public record Imported(Path folder, CorpusFacts facts, String recipe, String report) {

    /// Opens a corpus.
    ///
    /// @throws dev.cadenza.score.CadenzaException.InputException where it cannot be read, or is damaged
    static Imported of(Path folder) {
        StoredCorpus corpus = StoredCorpus.open(folder);
        return new Imported(folder, corpus.facts(), SuitedRecipe.of(corpus), corpus.report());
    }
}
