package dev.cadenza.corpus.collection;

import static dev.cadenza.corpus.collection.PieceJson.list;
import static dev.cadenza.corpus.collection.PieceJson.member;
import static dev.cadenza.corpus.collection.PieceJson.number;
import static dev.cadenza.corpus.collection.PieceJson.text;

import dev.cadenza.corpus.collection.CorpusFacts.Counts;
import dev.cadenza.corpus.collection.CorpusFacts.Source;
import dev.cadenza.corpus.store.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// [CorpusFacts] as `corpus.json`. The last member is a hash of all others, so that damage shows.
final class CorpusJson {

    static final JsonMapper MAPPER = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private static final String FORMAT = "cadenza-corpus";
    private static final int VERSION = 2;
    private static final String HASH = "sha256";

    private CorpusJson() {
    }

    static byte[] write(CorpusFacts facts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("format", FORMAT).put("version", VERSION).put("name", facts.name());
        ArrayNode sources = json.putArray("sources");
        facts.sources().forEach(source -> sources.addObject().put("name", source.name()).put("layout", source.layout())
                .put("licence", source.licence()).put("licence_text", source.licenceText()));
        json.put("seed", facts.seed()).put("valid_share", facts.validShare()).put("test_share", facts.testShare());
        Counts counts = facts.counts();
        json.putObject("pieces").put("kept", counts.kept()).put("repaired", counts.repaired()).put("dropped", counts.dropped())
                .put("train", counts.train()).put("valid", counts.valid()).put("test", counts.test())
                .put("notes", counts.notes()).put("seconds", counts.seconds());
        CorpusPartsJson.write(json, facts);
        facts.dropped().forEach(json.putObject("dropped")::put);
        facts.otherFiles().forEach(json.putObject("other_files")::put);
        facts.files().forEach(json.putObject("files")::put);
        json.put(HASH, hash(json));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return (MAPPER.writer().with(printer).writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(ObjectNode json) {
        ObjectNode rest = json.deepCopy();
        rest.remove(HASH);
        return Hashes.of(MAPPER.writeValueAsBytes(rest));
    }

    /// @throws IllegalArgumentException where a member is not what it should be
    /// @throws tools.jackson.core.JacksonException where it is no JSON
    static CorpusFacts read(byte[] bytes) {
        JsonNode node = MAPPER.readTree(bytes);
        if (!(node instanceof ObjectNode json) || !text(json, "format").equals(FORMAT)) {
            throw new IllegalArgumentException("it is no corpus");
        }
        if (number(json, "version").intValue() != VERSION) {
            throw new IllegalArgumentException("it is of version " + number(json, "version") + ", and " + VERSION + " is known");
        }
        if (!hash(json).equals(text(json, HASH))) {
            throw new IllegalArgumentException("its hash is wrong");
        }
        JsonNode pieces = member(json, "pieces");
        Counts counts = new Counts(count(pieces, "kept"), count(pieces, "repaired"), count(pieces, "dropped"), count(pieces, "train"),
                count(pieces, "valid"), count(pieces, "test"), number(pieces, "notes").longValue(), number(pieces, "seconds").doubleValue());
        return new CorpusFacts(text(json, "name"), list(json, "sources", source -> new Source(text(source, "name"),
                text(source, "layout"), text(source, "licence"), text(source, "licence_text"))), number(json, "seed").longValue(),
                number(json, "valid_share").doubleValue(), number(json, "test_share").doubleValue(), counts,
                CorpusPartsJson.rules(json), CorpusPartsJson.repairs(json), CorpusPartsJson.near(json), CorpusPartsJson.shares(json),
                map(json, "dropped", JsonNode::intValue), map(json, "other_files", JsonNode::intValue), map(json, "files", JsonNode::stringValue));
    }

    private static int count(JsonNode json, String name) {
        return number(json, name).intValue();
    }

    private static <T> SortedMap<String, T> map(JsonNode json, String name, Function<JsonNode, T> value) {
        SortedMap<String, T> map = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : member(json, name).properties()) {
            map.put(entry.getKey(), value.apply(entry.getValue()));
        }
        return map;
    }
}
