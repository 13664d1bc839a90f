package dev.cadenza.app;

import dev.cadenza.corpus.collection.ImportRequest;
import dev.cadenza.corpus.collection.ImportSource;
import dev.cadenza.corpus.collection.Importer;
import dev.cadenza.corpus.collection.StoredCorpus;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// Music of any kind as a corpus: a stored one as it is; a folder, an archive or a file imported for as long as it is needed.
record AnyCorpus(Task task) {

    /// Does something with all pieces that can be read, as they are written.
    <T> T read(Path data, Function<StoredCorpus, T> work) {
        if (StoredCorpus.isStored(data)) {
            return work.apply(StoredCorpus.open(data));
        }
        task.notice("Reading " + data + " ...");
        return inTemporaryFolder(folder -> work.apply(StoredCorpus.open(Importer.run(new ImportRequest(List.of(ImportSource.of(data, "")),
                "music", folder.resolve("corpus"), 0, 0, 1, false, Runtime.getRuntime().availableProcessors()), new Reading(task)))));
    }

    private static <T> T inTemporaryFolder(Function<Path, T> work) {
        try {
            Path folder = Files.createTempDirectory("cadenza-corpus-");
            try {
                return work.apply(folder);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new OutputException(System.getProperty("java.io.tmpdir"), "CANNOT_WRITE",
                    "the folder for temporary files cannot be used (" + e.getMessage() + ").",
                    "Check that it may be written to and has space left.", e);
        }
    }
}
