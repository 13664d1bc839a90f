package dev.cadenza.studio.web;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A request that security let through, as a route sees it.
public final class Call {

    private final Map<String, String> variables;
    private final Function<String, Optional<String>> headers;
    private final Body body;

    /// Reads the body when a route wants it, within the limits of [JsonBody].
    interface Body {
        JsonNode read();
    }

    Call(Map<String, String> variables, Function<String, Optional<String>> headers, Body body) {
        this.variables = Map.copyOf(variables);
        this.headers = headers;
        this.body = body;
    }

    /// What stands in the place of `{name}` in the path of the route.
    public String variable(String name) {
        return variables.get(name);
    }

    /// A header, where it was sent.
    public Optional<String> header(String name) {
        return headers.apply(name);
    }

    /// The members of the JSON object that was sent.
    ///
    /// @throws ApiFault where it is none, too large, or too slow
    public JsonFields fields() {
        return new JsonFields(body.read());
    }
}
