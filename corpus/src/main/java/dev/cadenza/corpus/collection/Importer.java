package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.archive.Skipped;
import dev.cadenza.corpus.collection.Judge.Judged;
import dev.cadenza.corpus.collection.StoredPiece.SourceFile;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.ScoreFiles;
import dev.cadenza.corpus.store.DamagedException;
import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.RequestException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
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
        this.judge = new Judge(request.rules(), listener);
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
            if (request.force()) {
                workplace.refuseOther();
            }
            new Importer(request, listener).write(workplace);
            return workplace.publish(request.force());
        }
    }

    private void write(Workplace workplace) {
        List<OpenSource> sources = OpenSource.all(request.sources(), workplace::room, listener);
        try (Spool spool = Spool.open(workplace.spool(), essence(sources))) {
            if (spool.knownItems() > 0) {
                listener.notice("Going on with an import that was cut off: " + spool.knownItems() + " files were done.");
            }
            Gathered gathered = new Gathered(spool);
            long total = sources.stream().mapToLong(source -> source.items().size()).sum();
            for (OpenSource source : sources) {
                for (Skipped skipped : source.skipped()) {
                    if (ScoreFiles.isMusic(skipped.name()) || skipped.code().equals("SKIPPED")) {
                        gathered.add(new Outcome.Fresh(source.prefix() + skipped.name(), "", List.of(Judged.dropped(StoredPiece.dropped(
                                source.prefix() + skipped.name(), skipped.code(), skipped.reason() + ".", List.of())))));
                    }
                }
                read(source, total, gathered);
            }
            listener.progress("comparing", 0, 1);
            CorpusFacts facts = new CorpusWriter(workplace.fresh(), request, gathered.roster.settle(request)).write(gathered.items(),
                    sources.stream().map(Licences::source).toList(), otherFiles(sources));
            if (facts.counts().kept() == 0) {
                throw nothingUsable(sources, facts);
            }
        } catch (DamagedException e) {
            throw workplace.cannotWrite(new IOException(e));
        } catch (IOException e) {
            throw workplace.cannotWrite(e);
        } catch (UncheckedIOException e) {
            throw workplace.cannotWrite(e.getCause());
        }
    }

    /// All that decides what becomes of an item, beside its files.
    private String essence(List<OpenSource> sources) {
        return String.join("\n", String.valueOf(Importer.class.getPackage().getImplementationVersion()), request.rules().toString(),
                sources.stream().map(source -> source.prefix() + " " + source.layout().name()).toList().toString());
    }

    private void read(OpenSource source, long total, Gathered gathered) {
        InOrder.each(source.items().stream(), request.threads(), item -> outcome(item, source, gathered.spool), outcome -> {
            try {
                gathered.add(outcome);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (DamagedException e) {
                throw new UncheckedIOException(new IOException(e));
            }
            listener.progress("importing", ++gathered.done, total);
            if (listener.stopRequested()) {
                throw new CancellationException();
            }
        });
    }

    /// What became of an item, now or in an import that was cut off.
    private sealed interface Outcome {

        record Fresh(String item, String files, List<Judged> pieces) implements Outcome {
        }

        record Before(long place) implements Outcome {
        }
    }

    private Outcome outcome(Item item, OpenSource source, Spool spool) {
        String name = source.prefix() + item.id();
        try {
            List<SourceFile> files = Judge.files(item, source.root());
            String hash = Hashes.of(files.toString().getBytes(StandardCharsets.UTF_8));
            return spool.known(name).filter(known -> known.files().equals(hash)).<Outcome>map(known -> new Outcome.Before(known.place()))
                    .orElseGet(() -> new Outcome.Fresh(name, hash, judge.item(item, source.prefix(), files)));
        } catch (IOException e) {
            return new Outcome.Fresh(name, "", Judge.unreadable(item, source.prefix()));
        }
    }

    /// Outcomes in their order: what is needed of them to settle the corpus, and where the rest lies.
    private static final class Gathered {

        private final Spool spool;
        private final Roster roster = new Roster();
        private long[] places = new long[1024];
        private int items;
        private long done;

        Gathered(Spool spool) {
            this.spool = spool;
        }

        void add(Outcome outcome) throws IOException, DamagedException {
            places = items == places.length ? Arrays.copyOf(places, 2 * items) : places;
            switch (outcome) {
                case Outcome.Fresh fresh -> {
                    fresh.pieces.forEach(roster::add);
                    places[items++] = spool.append(fresh.item, fresh.files, fresh.pieces);
                }
                case Outcome.Before before -> {
                    spool.read(before.place).forEach(roster::add);
                    places[items++] = before.place;
                }
            }
        }

        /// The pieces of each item, read as they are asked for.
        Iterator<List<Judged>> items() {
            return Arrays.stream(places, 0, items).mapToObj(place -> {
                try {
                    return spool.read(place);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } catch (DamagedException e) {
                    throw new UncheckedIOException(new IOException(e));
                }
            }).iterator();
        }
    }

    private static SortedMap<String, Integer> otherFiles(List<OpenSource> sources) {
        SortedMap<String, Integer> all = new TreeMap<>();
        sources.forEach(source -> source.otherFiles().forEach((ending, count) -> all.merge(ending, count, Integer::sum)));
        return all;
    }

    private RequestException nothingUsable(List<OpenSource> sources, CorpusFacts facts) {
        List<String> reasons = new ArrayList<>();
        facts.dropped().forEach((code, count) -> reasons.add(count + " " + Encoder.reason(code, "unreadable: ")));
        boolean empty = sources.stream().allMatch(source -> source.items().isEmpty());
        return new RequestException(request.sources().getFirst().path().toString(), "NOTHING_USABLE", empty
                ? "there are no music files in it (" + String.join(", ", ScoreFiles.endings()) + ")."
                : "none of its music can be used: " + String.join(", ", reasons) + ".", "Name a folder, an archive or files with music.");
    }
}
