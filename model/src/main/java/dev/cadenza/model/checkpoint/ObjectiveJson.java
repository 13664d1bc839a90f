package dev.cadenza.model.checkpoint;

import dev.cadenza.model.Objective;
import tools.jackson.databind.node.ObjectNode;

/// An [Objective] as JSON.
final class ObjectiveJson {

    private static final String LIKELIHOOD = "likelihood";
    private static final String RELATIVISTIC = "relativistic";

    private ObjectiveJson() {
    }

    static ObjectNode write(Objective objective) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        return switch (objective) {
            case Objective.Likelihood() -> node.put("kind", LIKELIHOOD);
            case Objective.Relativistic rival -> node.put("kind", RELATIVISTIC).put("pretraining", rival.pretraining())
                    .put("criticSteps", rival.criticSteps()).put("generatorRate", rival.generatorRate()).put("criticRate", rival.criticRate())
                    .put("sharpness", rival.sharpness());
        };
    }

    /// Reads the members of an objective; the caller asks for [Fields#end].
    static Objective read(Fields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case LIKELIHOOD -> new Objective.Likelihood();
            case RELATIVISTIC -> new Objective.Relativistic(fields.integer("pretraining", 0), fields.integer("criticSteps", 1),
                    fields.number("generatorRate", 1), fields.number("criticRate", 1), fields.number("sharpness", 1));
            default -> throw fields.refused("kind", "must be \"likelihood\" or \"relativistic\", not \"" + kind + "\".");
        };
    }
}
