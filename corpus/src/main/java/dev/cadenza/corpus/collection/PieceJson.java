package dev.cadenza.corpus.collection;

import dev.cadenza.corpus.collection.Facts.PartFacts;
import dev.cadenza.corpus.collection.StoredPiece.SourceFile;
import dev.cadenza.corpus.read.ImportReport.Verdict;
import dev.cadenza.corpus.read.Repair;
import dev.cadenza.corpus.read.Share;
import dev.cadenza.corpus.store.ShardPlace;
import dev.cadenza.score.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A [StoredPiece] as JSON. Reading throws IllegalArgumentException where a field is not what it should be.
final class PieceJson {

    private PieceJson() {
    }

    static ObjectNode write(StoredPiece piece) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", piece.id()).put("share", lower(piece.share())).put("verdict", lower(piece.verdict()));
        json.put("code", piece.code()).put("reason", piece.reason()).put("repeats", piece.repeats());
        ArrayNode repairs = json.putArray("repairs");
        piece.repairs().forEach(repair -> repairs.addObject().put("code", repair.code()).put("times", repair.times()).put("says", repair.says()));
        ArrayNode files = json.putArray("files");
        piece.files().forEach(file -> files.addObject().put("name", file.name()).put("sha256", file.sha256()));
        json.put("notes_sha256", piece.notesHash()).put("cluster", piece.cluster());
        piece.place().ifPresent(place -> json.putObject("place").put("shard", place.shard()).put("offset", place.offset())
                .put("length", place.length()));
        piece.facts().ifPresent(facts -> json.set("facts", facts(facts)));
        return json;
    }

    private static ObjectNode facts(Facts facts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("key", facts.key()).put("key_stated", facts.keyStated());
        facts.meters().forEach(json.putArray("metres")::add);
        json.put("slowest_bpm", facts.slowest()).put("fastest_bpm", facts.fastest()).put("quarters", facts.quarters())
                .put("bars", facts.bars()).put("seconds", facts.seconds()).put("notes", facts.notes()).put("polyphony", facts.polyphony());
        ArrayNode parts = json.putArray("parts");
        for (PartFacts part : facts.parts()) {
            parts.addObject().put("name", part.name()).put("instrument", part.instrumentName())
                    .put("program", part.instrument().program()).put("drums", part.instrument().drums()).put("notes", part.notes())
                    .put("lowest", part.lowest()).put("highest", part.highest());
        }
        return json;
    }

    static StoredPiece read(JsonNode json) {
        return new StoredPiece(text(json, "id"), Share.valueOf(upper(json, "share")), Verdict.valueOf(upper(json, "verdict")),
                text(json, "code"), text(json, "reason"), text(json, "repeats"), list(json, "repairs",
                        repair -> new Repair(text(repair, "code"), number(repair, "times").intValue(), text(repair, "says"))),
                list(json, "files", file -> new SourceFile(text(file, "name"), text(file, "sha256"))), text(json, "notes_sha256"),
                json.has("facts") ? Optional.of(readFacts(json.get("facts"))) : Optional.empty(),
                json.has("place") ? Optional.of(place(json.get("place"))) : Optional.empty(), number(json, "cluster").intValue());
    }

    private static ShardPlace place(JsonNode json) {
        return new ShardPlace(number(json, "shard").intValue(), number(json, "offset").longValue(), number(json, "length").intValue());
    }

    private static Facts readFacts(JsonNode json) {
        return new Facts(text(json, "key"), member(json, "key_stated").booleanValue(), list(json, "metres", JsonNode::stringValue),
                number(json, "slowest_bpm").doubleValue(), number(json, "fastest_bpm").doubleValue(), number(json, "quarters").doubleValue(),
                number(json, "bars").longValue(), number(json, "seconds").doubleValue(), number(json, "notes").longValue(),
                number(json, "polyphony").intValue(), list(json, "parts", part -> new PartFacts(text(part, "name"),
                        new Instrument(number(part, "program").intValue(), member(part, "drums").booleanValue()),
                        number(part, "notes").longValue(), number(part, "lowest").intValue(), number(part, "highest").intValue())));
    }

    static JsonNode member(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return value;
    }

    static String text(JsonNode json, String name) {
        if (!member(json, name).isString()) {
            throw new IllegalArgumentException("\"" + name + "\" must be text");
        }
        return json.get(name).stringValue();
    }

    static Number number(JsonNode json, String name) {
        if (!member(json, name).isNumber()) {
            throw new IllegalArgumentException("\"" + name + "\" must be a number");
        }
        return json.get(name).numberValue();
    }

    static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> reader) {
        if (!member(json, name).isArray()) {
            throw new IllegalArgumentException("\"" + name + "\" must be an array");
        }
        List<T> all = new ArrayList<>();
        for (JsonNode element : json.get(name)) {
            all.add(reader.apply(element));
        }
        return all;
    }

    private static String upper(JsonNode json, String name) {
        return text(json, name).toUpperCase(Locale.ROOT);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
