package dev.cadenza.model.checkpoint;

import dev.cadenza.score.AtomicFiles;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON as this package reads and writes it: strict, and the same bytes on every machine.
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {
    }

    /// @throws JacksonException where it is not JSON
    static JsonNode parse(byte[] text) {
        return MAPPER.readTree(text);
    }

    /// What is wrong, in the words of the parser but without its pointer into the source.
    static String reason(JacksonException e) {
        String message = e.getOriginalMessage() == null ? "not JSON" : e.getOriginalMessage();
        int line = message.indexOf('\n');
        return line < 0 ? message : message.substring(0, line);
    }

    /// For people to read: one member a line.
    static AtomicFiles.Content pretty(JsonNode node) {
        byte[] text = (prettyText(node) + "\n").getBytes(StandardCharsets.UTF_8);
        return out -> out.write(text);
    }

    static String prettyText(JsonNode node) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        return MAPPER.writer().with(printer).writeValueAsString(node);
    }

    /// For programs to read: as short as it gets.
    static AtomicFiles.Content compact(JsonNode node) {
        byte[] text = MAPPER.writeValueAsBytes(node);
        return out -> {
            out.write(text);
            out.write('\n');
        };
    }
}
