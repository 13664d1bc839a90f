package dev.cadenza.model.checkpoint;

import dev.cadenza.model.Objective;
import tools.jackson.databind.node.ObjectNode;

/// An [Objective] as JSON.
final class ObjectiveJson {

    private static final String LIKELIHOOD = "likelihood";
    private static final String RELATIVISTIC = "relativistic";
    private static final String WASSERSTEIN = "wasserstein";
    private static final String ELBO = "elbo";

    private ObjectiveJson() {
    }

    static ObjectNode write(Objective objective) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        return switch (objective) {
            case Objective.Likelihood() -> node.put("kind", LIKELIHOOD);
            case Objective.Relativistic rival -> node.put("kind", RELATIVISTIC).put("pretraining", rival.pretraining())
                    .put("criticSteps", rival.criticSteps()).put("generatorRate", rival.generatorRate()).put("criticRate", rival.criticRate())
                    .put("sharpness", rival.sharpness());
            case Objective.Wasserstein critic -> node.put("kind", WASSERSTEIN).put("criticSteps", critic.criticSteps())
                    .put("penalty", critic.penalty()).put("criticRate", critic.criticRate());
            case Objective.Elbo elbo -> node.put("kind", ELBO).put("beta", elbo.beta()).put("annealSteps", elbo.annealSteps())
                    .put("freeBits", elbo.freeBits()).put("scheduledSampling", elbo.scheduledSampling())
                    .put("samplingSteps", elbo.samplingSteps());
        };
    }

    /// Reads the members of an objective; the caller asks for [Fields#end].
    static Objective read(Fields fields) {
        String kind = fields.text("kind");
        return switch (kind) {
            case LIKELIHOOD -> new Objective.Likelihood();
            case RELATIVISTIC -> new Objective.Relativistic(fields.integer("pretraining", 0), fields.integer("criticSteps", 1),
                    fields.number("generatorRate", 1), fields.number("criticRate", 1), fields.number("sharpness", 1));
            case WASSERSTEIN -> new Objective.Wasserstein(fields.integer("criticSteps", 5), fields.number("penalty", 10),
                    fields.number("criticRate", 1));
            case ELBO -> new Objective.Elbo(fields.number("beta", 1), fields.integer("annealSteps", 0),
                    fields.number("freeBits", 0), fields.number("scheduledSampling", 0), fields.integer("samplingSteps", 0));
            default -> throw fields.refused("kind", "must be \"likelihood\", \"relativistic\", \"wasserstein\" or \"elbo\", not \"" + kind + "\".");
        };
    }
}
