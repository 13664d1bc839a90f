package dev.cadenza.corpus.collection;

import static dev.cadenza.corpus.collection.PieceJson.list;
import static dev.cadenza.corpus.collection.PieceJson.member;
import static dev.cadenza.corpus.collection.PieceJson.number;
import static dev.cadenza.corpus.collection.PieceJson.text;

import dev.cadenza.corpus.Representations;
import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.corpus.collection.Encoder.Encoded;
import dev.cadenza.corpus.read.ImportReport.Entry;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Piece;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.store.DamagedException;
import dev.cadenza.corpus.store.Hashes;
import dev.cadenza.corpus.store.TokenPlace;
import dev.cadenza.corpus.store.TokenShardWriter;
import dev.cadenza.corpus.store.TokenShards;
import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Folders;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What one representation makes of a stored corpus, kept beside its scores in `tokens/HASH` and mapped into memory when it is
/// learnt from. It is made once, and used as long as its hashes are right; whoever deletes it loses time only.
final class EncodedCorpus {

    private static final String FACTS = "tokens.json";
    private static final String PIECES = "tokens.jsonl";
    private static final int VERSION = 1;

    private final Path folder;
    private final String name;

    private EncodedCorpus(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /// @param fitted how it is encoded, all that is learnt from the corpus included
    static EncodedCorpus of(StoredCorpus stored, Tokenizer fitted) {
        String name = Hashes.of((VERSION + "\n" + stored.hash() + "\n" + Representations.toJson(fitted)).getBytes(StandardCharsets.UTF_8));
        return new EncodedCorpus(stored.folder().resolve("tokens").resolve(name.substring(0, 16)), name);
    }

    /// Gives pieces to a sink.
    @FunctionalInterface
    interface Source {
        void each(Consumer<Encoded> sink);
    }

    /// What became of each piece, in their order, with sequences that lie in mapped files.
    ///
    /// @param pieces encodes them, if that has not been done
    /// @return empty where nothing can be written beside the corpus
    Optional<List<Encoded>> pieces(Source pieces) throws IOException {
        Optional<List<Encoded>> known = read();
        return known.isPresent() || !write(pieces) ? known : read();
    }

    private boolean write(Source pieces) {
        Path fresh = Folders.sibling(folder, "." + ProcessHandle.current().pid() + ".making");
        try {
            Folders.delete(fresh);
            Files.createDirectories(fresh);
        } catch (IOException e) {
            return false;
        }
        try {
            write(fresh, pieces);
            Folders.delete(folder);
            Folders.move(fresh, folder);
            return true;
        } catch (IOException | UncheckedIOException | CadenzaException.OutputException e) {
            return false;
        } finally {
            try {
                Folders.delete(fresh);
            } catch (IOException e) {
                // What is left of it is overwritten by the next.
            }
        }
    }

    private void write(Path fresh, Source pieces) throws IOException {
        ObjectNode files = JsonNodeFactory.instance.objectNode();
        try (TokenShardWriter shards = new TokenShardWriter(fresh)) {
            try (BufferedWriter lines = Files.newBufferedWriter(fresh.resolve(PIECES), StandardCharsets.UTF_8)) {
                pieces.each(encoded -> {
                    try {
                        lines.write(CorpusJson.MAPPER.writeValueAsString(line(encoded, shards)));
                        lines.write('\n');
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            shards.close();
            for (String shard : shards.names()) {
                files.put(shard, Hashes.of(fresh.resolve(shard)));
            }
            files.put(PIECES, Hashes.of(fresh.resolve(PIECES)));
        }
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.put("format", "cadenza-tokens").put("version", VERSION).put("name", name).set("files", files);
        AtomicFiles.write(fresh.resolve(FACTS), CorpusJson.MAPPER.writeValueAsBytes(facts));
    }

    private static ObjectNode line(Encoded encoded, TokenShardWriter shards) throws IOException {
        Entry entry = encoded.entry();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", entry.id()).put("share", encoded.share().name()).put("verdict", entry.verdict().name()).put("code", entry.code())
                .put("reason", entry.reason()).put("notes", entry.notes()).put("lost", entry.lost());
        encoded.quartersPerMinute().ifPresent(tempo -> json.put("bpm", tempo));
        ArrayNode sequences = json.putArray("sequences");
        for (Piece piece : encoded.pieces()) {
            TokenPlace place = shards.add(piece.tokens());
            sequences.addObject().put("id", piece.id()).put("shard", place.shard()).put("offset", place.offset())
                    .put("steps", place.steps()).put("width", place.width()).put("rows", place.rows()).put("bytes", place.valueBytes());
        }
        return json;
    }

    private Optional<List<Encoded>> read() throws IOException {
        if (!Files.isRegularFile(folder.resolve(FACTS))) {
            return Optional.empty();
        }
        try {
            JsonNode files = member(CorpusJson.MAPPER.readTree(Files.readAllBytes(folder.resolve(FACTS))), "files");
            for (Map.Entry<String, JsonNode> file : files.properties()) {
                if (!Hashes.of(folder.resolve(Path.of(file.getKey()).getFileName())).equals(file.getValue().stringValue())) {
                    return Optional.empty();
                }
            }
            TokenShards shards = TokenShards.open(folder, files.size() - 1);
            List<Encoded> all = new ArrayList<>();
            try (Stream<String> lines = Files.lines(folder.resolve(PIECES), StandardCharsets.UTF_8)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    all.add(encoded(CorpusJson.MAPPER.readTree(line), shards));
                }
            }
            return Optional.of(all);
        } catch (DamagedException | IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static Encoded encoded(JsonNode json, TokenShards shards) throws DamagedException {
        Entry entry = new Entry(text(json, "id"), Verdict.valueOf(text(json, "verdict")), text(json, "code"), text(json, "reason"),
                number(json, "notes").intValue(), number(json, "lost").intValue());
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode sequence : list(json, "sequences", one -> one)) {
            TokenPlace place = new TokenPlace(number(sequence, "shard").intValue(), number(sequence, "offset").longValue(),
                    number(sequence, "steps").intValue(), number(sequence, "width").intValue(), number(sequence, "rows").intValue(),
                    number(sequence, "bytes").intValue());
            pieces.add(new Piece(text(sequence, "id"), shards.at(place)));
        }
        return new Encoded(entry, Share.valueOf(text(json, "share")), pieces,
                json.has("bpm") ? OptionalDouble.of(number(json, "bpm").doubleValue()) : OptionalDouble.empty());
    }
}
