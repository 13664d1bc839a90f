package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.archive.Skipped;
import dev.cadenza.corpus.collection.CorpusFacts.Source;
import dev.cadenza.corpus.collection.Judge.Judged;
import dev.cadenza.corpus.read.ScoreFiles;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.RequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/// Makes a corpus of files.
///
/// Items are read several at a time, yet everything that is written follows from the files and the request alone. A bad
/// file costs only itself. Nothing is left behind where an import fails or is stopped.
public final class Importer {

    private final ImportRequest request;
    private final ImportListener listener;
    private final Judge judge;

    private Importer(ImportRequest request, ImportListener listener) {
        this.request = request;
        this.listener = listener;
        this.judge = new Judge(listener);
    }

    /// Imports.
    ///
    /// @return the folder of the corpus
    /// @throws CadenzaException.InputException where a source is not there, or an archive cannot be unpacked
    /// @throws RequestException NOTHING_USABLE where no piece can be kept
    /// @throws CadenzaException.OutputException where the corpus cannot be written
    /// @throws CancellationException where the listener asked to stop
    public static Path run(ImportRequest request, ImportListener listener) {
        try (Workplace workplace = Workplace.beside(request.folder())) {
            new Importer(request, listener).write(workplace);
            return workplace.publish(request.force());
        }
    }

    private void write(Workplace workplace) {
        List<OpenSource> sources = OpenSource.all(request.sources(), workplace::room, listener);
        long total = sources.stream().mapToLong(source -> source.items().size()).sum();
        try (CorpusWriter writer = new CorpusWriter(workplace.fresh())) {
            long done = 0;
            for (OpenSource source : sources) {
                for (Skipped skipped : source.skipped()) {
                    if (ScoreFiles.isMusic(skipped.name()) || skipped.code().equals("SKIPPED")) {
                        writer.add(new Judged(StoredPiece.dropped(source.prefix() + skipped.name(), skipped.code(),
                                skipped.reason() + ".", List.of()), new byte[0]));
                    }
                }
                read(source, done, total, writer);
                done += source.items().size();
            }
            CorpusFacts facts = writer.finish(request, sources.stream().map(Licences::source).toList(), otherFiles(sources));
            if (facts.counts().kept() == 0) {
                throw nothingUsable(sources, facts);
            }
        } catch (IOException e) {
            throw workplace.cannotWrite(e);
        } catch (UncheckedIOException e) {
            throw workplace.cannotWrite(e.getCause());
        }
    }

    private void read(OpenSource source, long before, long total, CorpusWriter writer) {
        long[] done = {before};
        InOrder.each(source.items().stream(), request.threads(), item -> judge.item(item, source.prefix(), source.root()), judged -> {
            try {
                for (Judged piece : judged) {
                    writer.add(piece);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            listener.progress("importing", ++done[0], total);
            if (listener.stopRequested()) {
                throw new CancellationException();
            }
        });
    }

    private static SortedMap<String, Integer> otherFiles(List<OpenSource> sources) {
        SortedMap<String, Integer> all = new TreeMap<>();
        sources.forEach(source -> source.otherFiles().forEach((ending, count) -> all.merge(ending, count, Integer::sum)));
        return all;
    }

    private RequestException nothingUsable(List<OpenSource> sources, CorpusFacts facts) {
        List<String> reasons = new ArrayList<>();
        facts.dropped().forEach((code, count) -> reasons.add(count + " " + code));
        boolean empty = sources.stream().allMatch(source -> source.items().isEmpty());
        return new RequestException(request.sources().getFirst().path().toString(), "NOTHING_USABLE", empty
                ? "there are no music files in it (" + String.join(", ", ScoreFiles.endings()) + ")."
                : "none of its music can be used: " + String.join(", ", reasons) + ".", "Name a folder, an archive or files with music.");
    }
}
