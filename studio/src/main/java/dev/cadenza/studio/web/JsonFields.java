package dev.cadenza.studio.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The members of a JSON object that was sent. Each is asked for with its range; [#end] refuses what nobody asked for.
public final class JsonFields {

    private final JsonNode object;
    private final Set<String> asked = new HashSet<>();

    JsonFields(JsonNode object) {
        this.object = object;
    }

    /// Whether a member is there.
    public boolean has(String name) {
        return object.has(name);
    }

    /// A whole number.
    public int whole(String name, int from, int to) {
        JsonNode node = member(name);
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < from || node.intValue() > to) {
            throw wrong(name, "a whole number from " + from + " to " + to);
        }
        return node.intValue();
    }

    /// A number.
    public double number(String name, double from, double to) {
        JsonNode node = member(name);
        double value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(value >= from && value <= to)) {
            throw wrong(name, "a number from " + from + " to " + to);
        }
        return value;
    }

    /// True or false.
    public boolean flag(String name) {
        JsonNode node = member(name);
        if (!node.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return node.booleanValue();
    }

    /// One of some words.
    public String oneOf(String name, List<String> words) {
        JsonNode node = member(name);
        if (!node.isString() || !words.contains(node.stringValue())) {
            throw wrong(name, "one of " + String.join(", ", words));
        }
        return node.stringValue();
    }

    /// An object within.
    public JsonFields within(String name) {
        JsonNode node = member(name);
        if (!node.isObject()) {
            throw wrong(name, "an object");
        }
        return new JsonFields(node);
    }

    /// Refuses members that were not asked for.
    public void end() {
        List<String> others = new ArrayList<>(object.propertyNames());
        others.removeAll(asked);
        if (!others.isEmpty()) {
            throw ApiFault.bad("UNKNOWN_FIELD", "The content has members that mean nothing here.");
        }
    }

    private JsonNode member(String name) {
        asked.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            throw ApiFault.bad("MISSING_FIELD", "The member \"" + name + "\" is missing.");
        }
        return node;
    }

    private static ApiFault wrong(String name, String expected) {
        return ApiFault.bad("BAD_VALUE", "The member \"" + name + "\" must be " + expected + ".");
    }
}
