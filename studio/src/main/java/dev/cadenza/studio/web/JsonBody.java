package dev.cadenza.studio.web;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bodies that strangers send: small JSON objects, with a limit for everything.
final class JsonBody {

    /// More is not read.
    static final int MOST_BYTES = 16 << 10;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(4).maxNameLength(64).maxStringLength(1024)
                    .maxNumberLength(32).maxDocumentLength(MOST_BYTES).maxTokenCount(200).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private JsonBody() {
    }

    /// @throws ApiFault 415 unless the content is said to be JSON; a form of a foreign page cannot say so
    static void requireJson(Optional<String> contentType) {
        String[] type = contentType.orElse("").toLowerCase(Locale.ROOT).replace(" ", "").split(";", 2);
        boolean json = type[0].equals("application/json") && (type.length == 1 || type[1].equals("charset=utf-8"));
        if (!json) {
            throw new ApiFault(415, "NOT_JSON", "The content is not JSON.", "Send it as application/json.");
        }
    }

    static ApiFault tooLarge() {
        return new ApiFault(413, "TOO_LARGE", "The content is larger than 16 KB.", "Send less.");
    }

    static ApiFault tooSlow() {
        return new ApiFault(408, "TOO_SLOW", "The content did not arrive in time.", "Send it again.");
    }

    static JsonNode parse(byte[] bytes) {
        try {
            JsonNode value = MAPPER.readTree(bytes);
            if (value != null && value.isObject()) {
                return value;
            }
        } catch (JacksonException e) {
            throw ApiFault.bad("BAD_JSON", "The content is no JSON, or has more in it than is allowed.");
        }
        throw ApiFault.bad("BAD_JSON", "The content is no JSON object.");
    }
}
