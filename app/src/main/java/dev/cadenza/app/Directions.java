package dev.cadenza.app;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Latent;
import dev.cadenza.model.Models;
import dev.cadenza.model.latent.AttributeVectors;
import dev.cadenza.model.latent.Evidence;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.file.Path;
import java.util.List;

/// Finds the directions of attributes in a space of music that has just been learnt.
record Directions(Task task) {

    /// Writes them beside a model, where it has such a space; too little music costs the directions, not the model.
    ///
    /// @param folder of the model
    /// @param pieces what it has learnt from
    void write(Path folder, List<TokenSequence> pieces) {
        if (!(Models.load(folder) instanceof Latent latent)) {
            return;
        }
        List<TokenSequence> excerpts = Evidence.spread(latent.excerpts(), pieces);
        try {
            Evidence evidence = Evidence.of(latent, excerpts,
                    looked -> task.progress("looking for directions", looked, excerpts.size()));
            Path file = folder.resolve(AttributeVectors.FILE);
            AtomicFiles.write(file, evidence.alone().content());
            task.written(file);
        } catch (RequestException e) {
            task.notice("No directions for --more and --less: " + e.getMessage());
        }
    }
}
