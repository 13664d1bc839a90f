package dev.cadenza.model.checkpoint;

import dev.cadenza.model.ModelSpec;
import tools.jackson.databind.node.ObjectNode;

/// A [ModelSpec.MusicVae] as JSON.
final class MusicVaeSpecJson {

    static final String FAMILY = "musicvae";

    private MusicVaeSpecJson() {
    }

    static ObjectNode write(ModelSpec.MusicVae spec) {
        return Json.MAPPER.createObjectNode().put("family", FAMILY).put("encoder", spec.encoder()).put("latent", spec.latent())
                .put("conductor", spec.conductor()).put("layers", spec.layers()).put("decoder", spec.decoder())
                .put("embedding", spec.embedding()).put("head", spec.head()).put("bars", spec.bars())
                .put("barSteps", spec.barSteps()).put("dropout", spec.dropout());
    }

    /// All members but `conductor` (0: flat), `barSteps` (16) and `dropout` (0) are needed.
    static ModelSpec.MusicVae read(Fields fields) {
        return new ModelSpec.MusicVae(fields.integer("encoder"), fields.integer("latent"), fields.integer("conductor", 0),
                fields.integer("layers"), fields.integer("decoder"), fields.integer("embedding"), fields.integer("head"),
                fields.integer("bars"), fields.integer("barSteps", 16), fields.number("dropout", 0));
    }
}
