package dev.cadenza.model.checkpoint;

import dev.cadenza.model.Layout;
import dev.cadenza.model.ModelSpec;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// A [ModelSpec] as JSON.
final class SpecJson {

    private static final String RECURRENT = "recurrent";
    private static final String SEQUENCE_GAN = "sequence-gan";
    private static final String DEEP_BACH = "deepbach";
    private static final List<String> FAMILIES = List.of(RECURRENT, SEQUENCE_GAN, MusicVaeSpecJson.FAMILY, MuseGanSpecJson.FAMILY, DEEP_BACH);

    private SpecJson() {
    }

    static ObjectNode write(ModelSpec spec) {
        return switch (spec) {
            case ModelSpec.Recurrent recurrent -> write(recurrent);
            case ModelSpec.SequenceGan gan -> Json.MAPPER.createObjectNode().put("family", SEQUENCE_GAN)
                    .put("noise", gan.noise()).put("embedding", gan.embedding()).put("layers", gan.layers())
                    .put("hidden", gan.hidden()).put("critic", gan.critic());
            case ModelSpec.MuseGan gan -> MuseGanSpecJson.write(gan);
            case ModelSpec.MusicVae vae -> MusicVaeSpecJson.write(vae);
            case ModelSpec.DeepBach bach -> write(bach);
        };
    }

    private static ObjectNode write(ModelSpec.Recurrent spec) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("family", RECURRENT);
        node.put("cell", spec.cell().name());
        node.put("layers", spec.layers());
        node.put("hidden", spec.hidden());
        node.put("dropout", spec.dropout());
        ObjectNode layout = node.putObject("layout");
        switch (spec.layout()) {
            case Layout.TokenLayout token -> layout.put("kind", "token").put("input", token.input().name())
                    .put("embedding", token.embedding());
            case Layout.StepLayout step -> layout.put("kind", "step").put("embedding", step.embedding())
                    .put("head", step.head()).put("reach", step.reach()).put("recall", step.recall());
            case Layout.EventLayout event -> layout.put("kind", "event").put("embedding", event.embedding())
                    .put("head", event.head()).put("reach", event.reach()).put("recall", event.recall());
        }
        return node;
    }

    /// Reads the members of a spec; the caller asks for [Fields#end]. All but `dropout` (0) are needed: they fix the shape
    /// of tensors.
    static ModelSpec read(Fields fields) {
        String family = fields.text("family");
        return switch (family) {
            case RECURRENT -> recurrent(fields);
            case SEQUENCE_GAN -> new ModelSpec.SequenceGan(fields.integer("noise"), fields.integer("embedding"),
                    fields.integer("layers"), fields.integer("hidden"), fields.integer("critic"));
            case MuseGanSpecJson.FAMILY -> MuseGanSpecJson.read(fields);
            case MusicVaeSpecJson.FAMILY -> MusicVaeSpecJson.read(fields);
            case DEEP_BACH -> deepBach(fields);
            default -> throw fields.refused("family", "must be one of " + FAMILIES + ", not \"" + family + "\".");
        };
    }

    private static ObjectNode write(ModelSpec.DeepBach spec) {
        return Json.MAPPER.createObjectNode().put("family", DEEP_BACH).put("reading", spec.reading().name())
                .put("embedding", spec.embedding()).put("hidden", spec.hidden()).put("layers", spec.layers())
                .put("head", spec.head()).put("dropout", spec.dropout());
    }

    private static ModelSpec.DeepBach deepBach(Fields fields) {
        return new ModelSpec.DeepBach(fields.choice("reading", ModelSpec.DeepBach.Reading.class), fields.integer("embedding"),
                fields.integer("hidden"), fields.integer("layers"), fields.integer("head"), fields.number("dropout", 0));
    }

    private static ModelSpec.Recurrent recurrent(Fields fields) {
        ModelSpec.Cell cell = fields.choice("cell", ModelSpec.Cell.class);
        Layout layout = layout(fields.object("layout"));
        return new ModelSpec.Recurrent(cell, fields.integer("layers"), fields.integer("hidden"),
                fields.number("dropout", 0), layout);
    }

    private static Layout layout(Fields fields) {
        String kind = fields.text("kind");
        Layout layout = switch (kind) {
            case "token" -> new Layout.TokenLayout(fields.choice("input", Layout.Input.class), fields.integer("embedding"));
            case "step" -> new Layout.StepLayout(fields.integer("embedding"), fields.integer("head"),
                    fields.integer("reach"), fields.truth("recall"));
            case "event" -> new Layout.EventLayout(fields.integer("embedding"), fields.integer("head"),
                    fields.integer("reach"), fields.truth("recall"));
            default -> throw fields.refused("kind", "must be \"token\", \"step\" or \"event\", not \"" + kind + "\".");
        };
        fields.end();
        return layout;
    }
}
