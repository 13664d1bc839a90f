package dev.cadenza.model.checkpoint;

import dev.cadenza.model.Objective;
import tools.jackson.databind.node.ObjectNode;

/// An [Objective] as JSON.
final class ObjectiveJson {

    private static final String LIKELIHOOD = "likelihood";

    private ObjectiveJson() {
    }

    static ObjectNode write(Objective objective) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        return switch (objective) {
            case Objective.Likelihood() -> node.put("kind", LIKELIHOOD);
        };
    }

    /// Reads the members of an objective; the caller asks for [Fields#end].
    static Objective read(Fields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case LIKELIHOOD -> new Objective.Likelihood();
            default -> throw fields.refused("kind", "must be \"likelihood\", not \"" + kind + "\".");
        };
    }
}
