package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.archive.ArchiveKind;
import dev.cadenza.corpus.collection.Encoder.Encoded;
import dev.cadenza.corpus.read.Corpus;
import dev.cadenza.corpus.read.DataSource;
import dev.cadenza.corpus.read.Item;
import dev.cadenza.corpus.read.ScoreFiles;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.read.SourcePiece;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.CadenzaException.OutputException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.FileFaults;
import dev.cadenza.score.Folders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Opens music to learn from, whatever it comes as: a stored corpus, a folder, an archive, or a file with many pieces.
///
/// All are read the same way, several pieces at a time; the result does not depend on how many.
public final class Corpora {

    /// Fewer notes than that in the training part teach nothing.
    private static final int LEAST_NOTES = 500;

    private Corpora() {
    }

    /// Opens music with all processors, telling nobody how it goes.
    ///
    /// @see #open(Path, Tokenizer, long, double, int, ImportListener)
    public static Corpus open(Path path, Tokenizer tokenizer, long seed, double validShare) {
        return open(path, tokenizer, seed, validShare, Runtime.getRuntime().availableProcessors(), ImportListener.NONE);
    }

    /// Opens music. The tokenizer says what is wanted of it: one melody, four voices, all of it. Where it has still to learn
    /// something from the part to learn from (see [Representations#fitted]), the corpus has it as it is afterwards.
    ///
    /// @param path a stored corpus, whose split holds; or a folder, an archive, or a file with many pieces
    /// @param seed decides which pieces are for validation, where the source states no split
    /// @param validShare share of these pieces for validation, 0..1
    /// @param threads how many pieces are read at a time
    /// @throws InputException where the path cannot be read
    /// @throws RequestException where nothing in it can be used, or it holds too few notes
    /// @throws java.util.concurrent.CancellationException where the listener asked to stop
    public static Corpus open(Path path, Tokenizer tokenizer, long seed, double validShare, int threads, ImportListener listener) {
        return checked(path, read(path, tokenizer, seed, validShare, threads, listener));
    }

    /// The same of pieces that are changed before the tokenizer sees them. What it makes of them is not kept beside a stored
    /// corpus.
    ///
    /// @param change what is made of each piece; called on any thread
    /// @see #open(Path, Tokenizer, long, double, int, ImportListener)
    public static Corpus open(Path path, Tokenizer tokenizer, long seed, double validShare, int threads,
            UnaryOperator<SourcePiece> change, ImportListener listener) {
        return checked(path, read(path, seed, validShare, threads, new Making(tokenizer, change, false), listener));
    }

    private static Corpus checked(Path path, Corpus corpus) {
        long notes = corpus.train().stream().mapToLong(piece -> corpus.tokenizer().notes(piece.tokens())).sum();
        if (notes < LEAST_NOTES) {
            throw new RequestException(path.toString(), "TOO_FEW_NOTES", "there are too few notes to learn from: " + notes
                    + " where " + LEAST_NOTES + " are needed (" + corpus.report() + ").", "Add more music.");
        }
        return corpus;
    }

    /// What is made of pieces.
    ///
    /// @param kept whether what the tokenizer makes of a stored corpus is kept beside its scores
    private record Making(Tokenizer tokenizer, UnaryOperator<SourcePiece> change, boolean kept) {

        Encoded encode(Encoder encoder, SourcePiece piece) {
            return encoder.encode(change.apply(piece));
        }
    }

    /// The same, however few notes there are.
    static Corpus read(Path path, Tokenizer tokenizer, long seed, double validShare, int threads, ImportListener listener) {
        return read(path, seed, validShare, threads, new Making(tokenizer, UnaryOperator.identity(), true), listener);
    }

    private static Corpus read(Path path, long seed, double validShare, int threads, Making making, ImportListener listener) {
        Tokenizer tokenizer = making.tokenizer;
        if (StoredCorpus.isStored(path)) {
            return stored(StoredCorpus.open(path), path, making, seed, validShare, threads, listener);
        }
        if (Representations.wantsFitting(tokenizer)) {
            return imported(path, making, seed, validShare, threads, listener);
        }
        Gathering gathering = new Gathering(tokenizer, listener);
        DataSource source = files(path, making, new Encoder(tokenizer, listener), gathering, threads, listener);
        return gathering.corpus(path.toString(), seed, validShare).from(source);
    }

    private static Corpus stored(StoredCorpus stored, Path path, Making making, long seed, double validShare, int threads,
            ImportListener listener) {
        Tokenizer fitted = Representations.fitted(making.tokenizer, () -> IntStream.range(0, stored.size())
                .filter(index -> stored.share(index) == Share.TRAIN).mapToObj(stored::score).iterator());
        Encoder encoder = new Encoder(fitted, listener);
        EncodedCorpus.Source encoding = sink -> InOrder.each(IntStream.range(0, stored.size()).boxed(), threads,
                index -> making.encode(encoder, new SourcePiece(stored.id(index), stored.score(index), stored.share(index), List.of())), sink);
        Gathering gathering = new Gathering(fitted, listener);
        if (making.kept) {
            mapped(stored, fitted, encoding, listener).orElseGet(() -> held(encoding))
                    .forEach(encoded -> gathering.add(List.of(encoded), stored.size()));
        } else {
            encoding.each(encoded -> gathering.add(List.of(encoded), stored.size()));
        }
        return gathering.corpus(path.toString(), seed, validShare).from(stored.dataSources());
    }

    /// What the tokenizer makes of a corpus, in mapped files beside its scores.
    private static Optional<List<Encoded>> mapped(StoredCorpus stored, Tokenizer fitted, EncodedCorpus.Source encoding,
            ImportListener listener) {
        long[] done = {0};
        try {
            return EncodedCorpus.of(stored, fitted).pieces(sink -> encoding.each(encoded -> {
                sink.accept(encoded);
                listener.progress("encoding", ++done[0], Math.max(done[0], stored.size()));
                if (listener.stopRequested()) {
                    throw new CancellationException();
                }
            }));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The same in memory, where nothing can be written beside the corpus.
    private static List<Encoded> held(EncodedCorpus.Source encoding) {
        List<Encoded> all = new ArrayList<>();
        encoding.each(all::add);
        return all;
    }

    /// What a tokenizer learns may come from the part to learn from alone, and that part is known once all has been read:
    /// so the music is imported first, for the time being.
    private static Corpus imported(Path path, Making making, long seed, double validShare, int threads,
            ImportListener listener) {
        Room room = new Room();
        try (room) {
            Path folder = Importer.run(new ImportRequest(List.of(ImportSource.of(path, "")), String.valueOf(path.getFileName()),
                    room.folder().resolve("corpus"), validShare, 0, seed, false, threads), listener);
            return stored(StoredCorpus.open(folder), path, new Making(making.tokenizer, making.change, false), seed, validShare, threads, listener);
        }
    }

    /// @return where the music comes from
    private static DataSource files(Path path, Making making, Encoder encoder, Gathering gathering, int threads, ImportListener listener) {
        Room room = new Room();
        DataSource from;
        try (room) {
            OpenSource source = OpenSource.all(List.of(ImportSource.of(path, "")), room::folder, listener).getFirst();
            source.skipped().stream().filter(skipped -> ScoreFiles.isMusic(skipped.name()))
                    .forEach(skipped -> gathering.add(List.of(Encoded.dropped(skipped.name(), skipped.code(), skipped.reason())), 1));
            InOrder.each(source.items().stream(), threads, item -> encoded(item, making, encoder, listener),
                    encoded -> gathering.add(encoded, source.items().size()));
            from = dataSource(path, source, gathering.sources());
        }
        if (Files.isRegularFile(path) && ArchiveKind.of(path).isEmpty() && gathering.sources() < 2) {
            throw new RequestException(path.toString(), "NOT_A_CORPUS", "a single piece is too little to learn from.",
                    "Name a folder or an archive of music files, or a file with many pieces.");
        }
        return from;
    }

    private static DataSource dataSource(Path path, OpenSource source, int pieces) {
        if (Files.isRegularFile(path)) {
            return DataSource.file(path, pieces);
        }
        SortedMap<String, Path> files = new TreeMap<>();
        for (Item item : source.items()) {
            for (Path file : item.files()) {
                files.put(source.root().relativize(file).toString().replace(File.separatorChar, '/'), file);
            }
        }
        return DataSource.files(path, files, pieces);
    }

    private static List<Encoded> encoded(Item item, Making making, Encoder encoder, ImportListener listener) {
        return switch (ItemRead.of(item, listener)) {
            case ItemRead.Pieces read -> read.pieces().stream().map(piece -> making.encode(encoder, piece)).toList();
            case ItemRead.Failure failure -> List.of(Encoded.dropped(item.id(), failure.code(),
                    Encoder.reason(failure.code(), "unreadable: ")));
        };
    }

    /// A temporary folder that is made when it is first asked for.
    private static final class Room implements AutoCloseable {

        private final List<Path> made = new ArrayList<>();

        Path folder() {
            try {
                if (made.isEmpty()) {
                    made.add(Files.createTempDirectory("cadenza-archive-"));
                }
                return made.getFirst();
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }

        @Override
        public void close() {
            try {
                for (Path folder : made) {
                    Folders.delete(folder);
                }
            } catch (IOException e) {
                throw cannotWrite(e);
            }
        }

        private static OutputException cannotWrite(IOException e) {
            return new OutputException(System.getProperty("java.io.tmpdir"), "CANNOT_WRITE",
                    "the folder for temporary files cannot be used (" + FileFaults.reason(e) + ").",
                    "Check that it may be written to and has space left.", e);
        }
    }
}
