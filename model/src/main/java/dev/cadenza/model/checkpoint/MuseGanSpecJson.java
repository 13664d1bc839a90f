package dev.cadenza.model.checkpoint;

import dev.cadenza.model.ModelSpec;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A [ModelSpec.MuseGan] as JSON.
final class MuseGanSpecJson {

    static final String FAMILY = "musegan";

    private static final int OCTAVES = 7;
    private static final int C1 = 24;

    private MuseGanSpecJson() {
    }

    static ObjectNode write(ModelSpec.MuseGan spec) {
        ObjectNode node = Json.MAPPER.createObjectNode().put("family", FAMILY).put("kind", spec.kind().name())
                .put("accompanies", spec.accompanies()).put("bars", spec.bars());
        ArrayNode beats = node.putArray("beats");
        spec.beats().forEach(beats::add);
        return node.put("lowest", spec.lowest()).put("octaves", spec.octaves()).put("noise", spec.noise())
                .put("width", spec.width()).put("neurons", spec.neurons().name());
    }

    /// All members but `accompanies` (false), `bars` (4), `lowest` (24: C1) and `octaves` (7) are needed.
    static ModelSpec.MuseGan read(Fields fields) {
        List<Integer> beats = new ArrayList<>();
        for (JsonNode beat : fields.array("beats")) {
            if (!beat.isIntegralNumber() || !beat.canConvertToInt()) {
                throw fields.refused("beats", "must be a list of whole numbers.");
            }
            beats.add(beat.intValue());
        }
        return new ModelSpec.MuseGan(fields.choice("kind", ModelSpec.MuseGan.Kind.class), fields.truth("accompanies", false),
                fields.integer("bars", 4), beats, fields.integer("lowest", C1), fields.integer("octaves", OCTAVES),
                fields.integer("noise"), fields.integer("width"), fields.choice("neurons", ModelSpec.MuseGan.Neurons.class));
    }
}
