package dev.cadenza.model.checkpoint;

import dev.cadenza.corpus.PitchRange;
import dev.cadenza.model.Recipe;
import dev.cadenza.score.Mode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// [Provenance] as JSON.
final class ProvenanceJson {

    private ProvenanceJson() {
    }

    static ObjectNode write(Provenance provenance) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("style", provenance.style());
        node.put("version", provenance.version());
        provenance.recipe().ifPresent(recipe -> node.set("recipe", Recipes.write(recipe)));
        node.put("seed", provenance.seed());
        write(node.putArray("data"), provenance.data());
        provenance.base().ifPresent(base -> write(node.putObject("base").put("name", base.name()).put("sha256", base.sha256())
                .putArray("data"), base.data()));
        ObjectNode figures = node.putObject("figures");
        provenance.figures().forEach(figures::put);
        node.put("quartersPerMinute", provenance.quartersPerMinute());
        ArrayNode ranges = node.putArray("ranges");
        for (PitchRange range : provenance.ranges()) {
            ranges.addObject().put("lowest", range.lowest()).put("highest", range.highest());
        }
        ArrayNode keys = node.putArray("keys");
        for (Provenance.KeyCount key : provenance.keys()) {
            keys.addObject().put("fifths", key.fifths()).put("mode", key.mode().name()).put("pieces", key.pieces());
        }
        ArrayNode meters = node.putArray("meters");
        for (Provenance.MeterCount meter : provenance.meters()) {
            meters.addObject().put("numerator", meter.numerator()).put("denominator", meter.denominator())
                    .put("pieces", meter.pieces());
        }
        ArrayNode unseen = node.putArray("unseen");
        provenance.unseen().forEach(unseen::add);
        ObjectNode notes = node.putObject("notes");
        provenance.notes().forEach(notes::put);
        return node;
    }

    private static void write(ArrayNode data, List<Provenance.Source> sources) {
        for (Provenance.Source source : sources) {
            data.addObject().put("name", source.name()).put("licence", source.licence()).put("pieces", source.pieces())
                    .put("sha256", source.sha256());
        }
    }

    static Provenance read(Fields fields) {
        Optional<Recipe> recipe = fields.has("recipe") ? Optional.of(recipe(fields.object("recipe"))) : Optional.empty();
        List<Provenance.Source> data = fields.objects("data", ProvenanceJson::source);
        Optional<Provenance.Base> base = fields.has("base") ? Optional.of(base(fields.object("base"))) : Optional.empty();
        Fields numbers = fields.object("figures");
        SortedMap<String, Double> figures = new TreeMap<>();
        numbers.names().forEach(name -> figures.put(name, numbers.number(name)));
        Fields words = fields.object("notes");
        SortedMap<String, String> notes = new TreeMap<>();
        words.names().forEach(name -> notes.put(name, words.text(name)));
        List<String> unseen = fields.has("unseen") ? fields.texts("unseen") : List.of();
        Provenance provenance = new Provenance(fields.text("style"), fields.text("version"), recipe,
                fields.longInteger("seed"), data, base, figures, fields.number("quartersPerMinute"),
                fields.objects("ranges", ProvenanceJson::range),
                fields.objects("keys", ProvenanceJson::key), fields.objects("meters", ProvenanceJson::meter), unseen, notes);
        fields.end();
        return provenance;
    }

    private static Recipe recipe(Fields fields) {
        Recipe recipe = Recipes.read(fields);
        fields.end();
        return recipe;
    }

    private static Provenance.Source source(Fields fields) {
        return new Provenance.Source(fields.text("name"), fields.text("licence"), fields.integer("pieces"),
                fields.text("sha256"));
    }

    private static Provenance.Base base(Fields fields) {
        Provenance.Base base = new Provenance.Base(fields.text("name"), fields.text("sha256"),
                fields.objects("data", ProvenanceJson::source));
        fields.end();
        return base;
    }

    private static PitchRange range(Fields fields) {
        PitchRange range = new PitchRange(fields.integer("lowest"), fields.integer("highest"));
        if (range.isEmpty() || range.lowest() < 0 || range.highest() > 127) {
            throw fields.refused("lowest", "and \"highest\" must be pitches between 0 and 127 in this order.");
        }
        return range;
    }

    /// Asking for the signature itself checks the numbers.
    private static Provenance.KeyCount key(Fields key) {
        Provenance.KeyCount count = new Provenance.KeyCount(key.integer("fifths"), key.choice("mode", Mode.class),
                key.integer("pieces"));
        return new Provenance.KeyCount(count.key().fifths(), count.mode(), count.pieces());
    }

    private static Provenance.MeterCount meter(Fields meter) {
        Provenance.MeterCount count = new Provenance.MeterCount(meter.integer("numerator"), meter.integer("denominator"),
                meter.integer("pieces"));
        return new Provenance.MeterCount(count.meter().numerator(), count.denominator(), count.pieces());
    }
}
