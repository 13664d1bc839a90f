package dev.cadenza.corpus.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What became of each source.
///
/// @param unit what a source is: "piece" or "file"
/// @param entries in the order they were read
public record ImportReport(String unit, List<Entry> entries) {

    /// What became of a source.
    public enum Verdict { KEPT, REPAIRED, DROPPED }

    /// One source.
    ///
    /// @param id path inside the folder, or number in the file
    /// @param code of the reason in capitals; empty where it was kept as it is
    /// @param reason in a few words; empty where it was kept as it is
    /// @param notes how many notes were kept
    /// @param lost notes of a melody that the grid has no room for, because another begins at the same step
    public record Entry(String id, Verdict verdict, String code, String reason, int notes, int lost) {

        /// A source used as it is.
        public static Entry kept(String id, int notes) {
            return new Entry(id, Verdict.KEPT, "", "", notes, 0);
        }
    }

    public ImportReport {
        entries = List.copyOf(entries);
    }

    /// How many sources met that verdict.
    public int count(Verdict verdict) {
        return (int) entries.stream().filter(entry -> entry.verdict == verdict).count();
    }

    /// In plain words: "kept 812 of 869 files; dropped 57: 30 no melody found, 27 too short".
    @Override
    public String toString() {
        int dropped = count(Verdict.DROPPED);
        int repaired = count(Verdict.REPAIRED);
        StringBuilder text = new StringBuilder("kept ").append(entries.size() - dropped).append(" of ").append(entries.size())
                .append(' ').append(unit).append(entries.size() == 1 ? "" : "s");
        if (repaired > 0) {
            text.append("; repaired ").append(repaired).append(" of them: ").append(reasons(Verdict.REPAIRED));
        }
        if (dropped > 0) {
            text.append("; dropped ").append(dropped).append(": ").append(reasons(Verdict.DROPPED));
        }
        long losing = entries.stream().filter(entry -> entry.lost > 0).count();
        if (losing > 0) {
            text.append("; ").append(losing).append(" of those kept lose notes that are too quick for the grid (")
                    .append(entries.stream().mapToLong(Entry::lost).sum()).append(" notes in all)");
        }
        return text.toString();
    }

    private String reasons(Verdict verdict) {
        Map<String, Long> counts = entries.stream().filter(entry -> entry.verdict == verdict)
                .collect(Collectors.groupingBy(Entry::reason, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(count -> count.getValue() + " " + count.getKey()).collect(Collectors.joining(", "));
    }

    /// `{"unit":"file","kept":2,"repaired":0,"dropped":1,"entries":[{"id":"a.mid","verdict":"kept",
    /// "notes":210,"lost":0}, ...]}`
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("unit", unit);
        json.put("kept", count(Verdict.KEPT)).put("repaired", count(Verdict.REPAIRED)).put("dropped", count(Verdict.DROPPED));
        ArrayNode list = json.putArray("entries");
        for (Entry entry : entries) {
            ObjectNode record = list.addObject().put("id", entry.id)
                    .put("verdict", entry.verdict.name().toLowerCase(Locale.ROOT))
                    .put("notes", entry.notes).put("lost", entry.lost);
            if (!entry.code.isEmpty()) {
                record.put("code", entry.code).put("reason", entry.reason);
            }
        }
        return json;
    }
}
