package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.read.DataSource;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.store.DamagedException;
import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.corpus.store.ShardPlace;
import dev.cadenza.corpus.store.Shards;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import dev.cadenza.score.Score;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A corpus on disk, as an import leaves it; its form is described in `docs/formats/corpus.md`. Scores are read when they are
/// asked for. It may be used by several threads.
public final class StoredCorpus {

    static final String FACTS = "corpus.json";
    static final String PIECES = "pieces.jsonl";
    static final String REPORT = "report.txt";
    /// The report with pictures, to be opened in a browser.
    public static final String PAGE = "report.html";
    static final String NEAR = "near.jsonl";

    private static final long MOST_FACTS_BYTES = 64 << 20;

    private final Path folder;
    private final CorpusFacts facts;
    private final List<Entry> kept = new ArrayList<>();
    private final BitSet verified = new BitSet();

    private record Entry(String id, Share share, ShardPlace place) {
    }

    private StoredCorpus(Path folder, CorpusFacts facts) {
        this.folder = folder;
        this.facts = facts;
    }

    /// Whether a folder looks like a stored corpus.
    public static boolean isStored(Path folder) {
        return Files.isRegularFile(folder.resolve(FACTS)) && Files.isRegularFile(folder.resolve(PIECES));
    }

    /// Opens a corpus. All files but those of the scores are verified; each of these is when it is first read.
    ///
    /// @throws InputException where it cannot be read, or is damaged
    public static StoredCorpus open(Path folder) {
        Path file = folder.resolve(FACTS);
        try {
            if (Files.size(file) > MOST_FACTS_BYTES) {
                throw damaged(file, "it is too long");
            }
            StoredCorpus corpus = new StoredCorpus(folder, CorpusJson.read(Files.readAllBytes(file)));
            corpus.verify(PIECES);
            corpus.verify(REPORT);
            corpus.verify(NEAR);
            corpus.verify(PAGE);
            try (Stream<StoredPiece> pieces = corpus.pieces()) {
                pieces.forEach(piece -> piece.place().ifPresent(place -> corpus.kept.add(new Entry(piece.id(), piece.share(), place))));
            }
            if (corpus.kept.size() != corpus.facts.counts().kept()) {
                throw damaged(folder.resolve(PIECES), "it does not hold as many pieces as it should");
            }
            return corpus;
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (IllegalArgumentException e) {
            throw damaged(file, e.getMessage());
        } catch (JacksonException e) {
            throw damaged(file, "it is no valid JSON");
        }
    }

    private void verify(String name) throws IOException {
        String stated = Optional.ofNullable(facts.files().get(name)).orElseThrow(() -> damaged(folder.resolve(FACTS), "it does not name " + name));
        if (!Hashes.of(folder.resolve(name)).equals(stated)) {
            throw damaged(folder.resolve(name), "its hash is not the one in " + FACTS);
        }
    }

    /// Where it lies.
    Path folder() {
        return folder;
    }

    /// Changes with everything that its pieces are: the hash of the list of them and of their shards.
    String hash() {
        return facts.files().toString();
    }

    /// What is known of it as a whole.
    public CorpusFacts facts() {
        return facts;
    }

    /// Where the pieces to learn from come from. Their hash is that of the list of all pieces, which has one for each file.
    DataSource[] dataSources() {
        String hash = facts.files().getOrDefault(PIECES, "");
        boolean one = facts.sources().size() == 1;
        return facts.sources().stream().map(source -> new DataSource(source.name(), source.licence(), hash,
                (int) kept.stream().filter(piece -> piece.share == Share.TRAIN && (one || piece.id.startsWith(source.name() + "/")))
                        .count())).toArray(DataSource[]::new);
    }

    /// The report of its import, for people.
    public String report() {
        try {
            return Files.readString(folder.resolve(REPORT));
        } catch (IOException e) {
            throw unreadable(folder.resolve(REPORT), e);
        }
    }

    /// All that was looked at when it was imported, dropped pieces too, in the order of the sources. Lines are read as the
    /// stream goes on; close it.
    ///
    /// @throws InputException where a line is damaged, from the stream too
    public Stream<StoredPiece> pieces() {
        return lines(PIECES, PieceJson::read);
    }

    /// The clusters of pieces that are nearly the same, in the order of their first members. Lines are read as the stream goes
    /// on; close it.
    ///
    /// @throws InputException where a line is damaged, from the stream too
    public Stream<NearCluster> clusters() {
        return lines(NEAR, CorpusPartsJson::cluster);
    }

    private <T> Stream<T> lines(String name, Function<JsonNode, T> reading) {
        Path file = folder.resolve(name);
        try {
            BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
            return reader.lines().map(line -> parsed(file, line, reading)).onClose(() -> {
                try {
                    reader.close();
                } catch (IOException e) {
                    throw unreadable(file, e);
                }
            });
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static <T> T parsed(Path file, String line, Function<JsonNode, T> reading) {
        try {
            return reading.apply(CorpusJson.MAPPER.readTree(line));
        } catch (IllegalArgumentException | JacksonException e) {
            throw damaged(file, "a line of it cannot be read");
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        }
    }

    /// How many pieces were kept.
    public int size() {
        return kept.size();
    }

    /// The id of a piece.
    ///
    /// @param index 0..size - 1
    public String id(int index) {
        return kept.get(index).id;
    }

    /// Which share a piece belongs to: TRAIN, VALID or TEST.
    ///
    /// @param index 0..size - 1
    public Share share(int index) {
        return kept.get(index).share;
    }

    /// The music of a piece.
    ///
    /// @param index 0..size - 1
    /// @throws InputException where it is damaged
    public Score score(int index) {
        ShardPlace place = kept.get(index).place;
        Path file = folder.resolve(Shards.name(place.shard()));
        try {
            verifyOnce(place.shard());
            return Shards.read(folder, place);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (DamagedException e) {
            throw damaged(file, e.getMessage());
        }
    }

    private synchronized void verifyOnce(int shard) throws IOException {
        if (!verified.get(shard)) {
            verify(Shards.name(shard));
            verified.set(shard);
        }
    }

    private static InputException damaged(Path file, String what) {
        return new InputException(file.toString(), new Place.Nowhere(), "CORPUS_DAMAGED", "the corpus is damaged: " + what + ".",
                "Import it again.");
    }

    private static InputException unreadable(Path file, IOException e) {
        return new InputException(file.toString(), new Place.Nowhere(), "CANNOT_READ", "the file cannot be read ("
                + e.getClass().getSimpleName() + ").", "Check that the corpus is whole and may be read.", e);
    }
}
