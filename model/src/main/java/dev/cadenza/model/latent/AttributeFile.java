package dev.cadenza.model.latent;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.InputFiles;
import dev.cadenza.score.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Directions of attributes as JSON.
final class AttributeFile {

    private static final int MOST_BYTES = 1 << 24;
    private static final int FORMAT = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AttributeFile() {
    }

    static AtomicFiles.Content content(AttributeVectors vectors) {
        ObjectNode root = MAPPER.createObjectNode().put("format", FORMAT).put("excerpts", vectors.excerpts());
        ObjectNode all = root.putObject("attributes");
        vectors.directions().forEach((attribute, direction) -> {
            ObjectNode node = all.putObject(attribute.written()).put("low", direction.low()).put("high", direction.high());
            ArrayNode vector = node.putArray("vector");
            for (float number : direction.vector()) {
                vector.add(number);
            }
        });
        byte[] bytes = (MAPPER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
        return out -> out.write(bytes);
    }

    static AttributeVectors read(Path file, int latent) {
        try {
            JsonNode root = MAPPER.readTree(InputFiles.bytes(file, MOST_BYTES));
            if (root.path("format").asInt(0) != FORMAT) {
                throw damaged(file, "it is of another version.");
            }
            SortedMap<Attribute, AttributeVectors.Direction> directions = new TreeMap<>();
            for (Attribute attribute : Attribute.values()) {
                JsonNode node = root.path("attributes").path(attribute.written());
                if (node.isObject()) {
                    directions.put(attribute, new AttributeVectors.Direction(node.path("low").asDouble(0), node.path("high").asDouble(0),
                            vector(file, node.path("vector"), latent)));
                }
            }
            return new AttributeVectors(root.path("excerpts").asInt(0), directions);
        } catch (JacksonException e) {
            throw damaged(file, "it is no JSON.");
        }
    }

    private static float[] vector(Path file, JsonNode node, int latent) {
        if (!node.isArray() || node.size() != latent) {
            throw damaged(file, "a vector of " + latent + " numbers is missing.");
        }
        float[] vector = new float[latent];
        for (int i = 0; i < latent; i++) {
            vector[i] = node.get(i).isNumber() ? node.get(i).floatValue() : Float.NaN;
            if (!Float.isFinite(vector[i])) {
                throw damaged(file, "number " + (i + 1) + " of a vector is none.");
            }
        }
        return vector;
    }

    private static ModelException damaged(Path file, String cause) {
        return new ModelException(file.toString(), new Place.Nowhere(), "ATTRIBUTES_DAMAGED", cause,
                "Delete the file to do without it, or get the model again.");
    }
}
