package dev.cadenza.train;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.ModelException;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `training.json`: how far a run has come, and what it depends on.
final class ProgressJson {

    static final String NAME = "training.json";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProgressJson() {
    }

    static AtomicFiles.Content content(Progress progress, String fingerprint) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("fingerprint", fingerprint);
        node.put("epoch", progress.epoch());
        node.put("batch", progress.batch());
        node.put("step", progress.step());
        // Bits, not digits: an exact double, infinity included.
        node.put("best", Long.toHexString(Double.doubleToLongBits(progress.best())));
        node.put("sinceBest", progress.sinceBest());
        node.put("epochNats", Long.toHexString(Double.doubleToLongBits(progress.epochNats())));
        node.put("epochTokens", progress.epochTokens());
        node.put("cpuSeconds", progress.cpuSeconds());
        node.put("logBytes", progress.logBytes());
        byte[] text = (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        return out -> out.write(text);
    }

    /// @throws RequestException where the run depends on other data, another recipe or another seed
    /// @throws ModelException where the file is damaged
    static Progress read(Path file, String fingerprint) {
        try {
            JsonNode node = MAPPER.readTree(Files.readAllBytes(file));
            if (!node.path("fingerprint").asString("").equals(fingerprint)) {
                throw new RequestException("--resume", "OTHER_RUN",
                        "the run in " + file.getParent() + " was started with other data, another recipe, another seed or"
                                + " another model.",
                        "Resume with the same ones, or start a new run in another directory.");
            }
            return new Progress(node.required("epoch").asInt(), node.required("batch").asInt(),
                    node.required("step").asLong(), bits(node, "best"), node.required("sinceBest").asInt(),
                    bits(node, "epochNats"), node.required("epochTokens").asLong(),
                    node.required("cpuSeconds").asDouble(), node.required("logBytes").asLong());
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new ModelException(file.toString(), new Place.Nowhere(), "DAMAGED",
                    "the state of training cannot be read (" + e.getMessage() + ").",
                    "Start a new run, perhaps from a copy of this one.", e);
        }
    }

    private static double bits(JsonNode node, String name) {
        return Double.longBitsToDouble(Long.parseUnsignedLong(node.required(name).asString(), 16));
    }
}
