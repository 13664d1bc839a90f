package dev.cadenza.corpus.collection;

import static dev.cadenza.corpus.collection.PieceJson.list;
import static dev.cadenza.corpus.collection.PieceJson.member;
import static dev.cadenza.corpus.collection.PieceJson.number;
import static dev.cadenza.corpus.collection.PieceJson.text;

import dev.cadenza.corpus.collection.CorpusFacts.Near;
import dev.cadenza.corpus.collection.CorpusFacts.RepairCount;
import dev.cadenza.corpus.collection.CorpusFacts.RuleCount;
import dev.cadenza.corpus.collection.CorpusFacts.ShareCount;
import dev.cadenza.corpus.near.Likeness;
import dev.cadenza.corpus.read.Share;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What `corpus.json` says of rules, repairs, pieces that are nearly the same and the split; and the lines of `near.jsonl`.
/// Reading throws IllegalArgumentException where a field is not what it should be.
final class CorpusPartsJson {

    private CorpusPartsJson() {
    }

    static void write(ObjectNode json, CorpusFacts facts) {
        ArrayNode rules = json.putArray("rules");
        facts.rules().forEach(rule -> rules.addObject().put("code", rule.code()).put("flag", rule.flag())
                .put("threshold", rule.threshold()).put("says", rule.says()).put("dropped", rule.dropped()));
        ArrayNode repairs = json.putArray("repairs");
        facts.repairs().forEach(repair -> repairs.addObject().put("code", repair.code()).put("says", repair.says())
                .put("pieces", repair.pieces()).put("times", repair.times()));
        Near near = facts.near();
        json.putObject("near").put("mode", lower(near.kept())).put("resemblance", Likeness.RESEMBLANCE)
                .put("containment", Likeness.CONTAINMENT).put("clusters", near.clusters()).put("pieces", near.pieces())
                .put("largest", near.largest()).put("dropped", near.dropped()).put("straddling", near.straddling());
        ObjectNode split = json.putObject("split");
        facts.shares().forEach((share, count) -> split.putObject(lower(share)).put("pieces", count.pieces())
                .put("stated", count.stated()).put("notes", count.notes()).put("seconds", count.seconds()));
    }

    static List<RuleCount> rules(JsonNode json) {
        return list(json, "rules", rule -> new RuleCount(text(rule, "code"), text(rule, "flag"), text(rule, "threshold"),
                text(rule, "says"), count(rule, "dropped")));
    }

    static List<RepairCount> repairs(JsonNode json) {
        return list(json, "repairs", repair -> new RepairCount(text(repair, "code"), text(repair, "says"), count(repair, "pieces"),
                number(repair, "times").longValue()));
    }

    static Near near(JsonNode json) {
        JsonNode near = member(json, "near");
        return new Near(NearDuplicates.valueOf(text(near, "mode").toUpperCase(Locale.ROOT)), count(near, "clusters"),
                count(near, "pieces"), count(near, "largest"), count(near, "dropped"), count(near, "straddling"));
    }

    static SortedMap<Share, ShareCount> shares(JsonNode json) {
        SortedMap<Share, ShareCount> shares = new TreeMap<>();
        member(json, "split").properties().forEach(entry -> shares.put(Share.valueOf(entry.getKey().toUpperCase(Locale.ROOT)),
                new ShareCount(count(entry.getValue(), "pieces"), count(entry.getValue(), "stated"),
                        number(entry.getValue(), "notes").longValue(), number(entry.getValue(), "seconds").doubleValue())));
        return shares;
    }

    static ObjectNode cluster(NearCluster cluster) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("cluster", cluster.number()).put("straddles", cluster.straddles());
        ArrayNode members = json.putArray("members");
        cluster.members().forEach(member -> members.addObject().put("id", member.id()).put("share", lower(member.share()))
                .put("kept", member.kept()).put("nearest", member.nearest()).put("similarity", member.similarity()));
        return json;
    }

    static NearCluster cluster(JsonNode json) {
        return new NearCluster(count(json, "cluster"), list(json, "members", member -> new NearCluster.Member(text(member, "id"),
                Share.valueOf(text(member, "share").toUpperCase(Locale.ROOT)), member(member, "kept").booleanValue(),
                text(member, "nearest"), number(member, "similarity").doubleValue())));
    }

    private static int count(JsonNode json, String name) {
        return number(json, name).intValue();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
