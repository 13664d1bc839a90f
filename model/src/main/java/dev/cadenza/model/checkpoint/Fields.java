package dev.cadenza.model.checkpoint;

import dev.cadenza.score.CadenzaException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads the members of a JSON object one by one, and refuses what is missing, of the wrong kind, or unknown. A member
/// that is read with a usual value may be missing.
final class Fields {

    /// Makes the exception of the kind that fits the file, from a member's name and a sentence.
    @FunctionalInterface
    interface Refusal {
        CadenzaException of(String member, String cause);
    }

    private final JsonNode node;
    private final String path;
    private final Refusal refusal;
    private final Set<String> read = new HashSet<>();

    /// @param path name of the object as it is shown to people; empty for the whole file
    Fields(JsonNode node, String path, Refusal refusal) {
        this.node = node;
        this.path = path;
        this.refusal = refusal;
        if (!node.isObject()) {
            throw refusal.of(path.isEmpty() ? "the file" : path, "a JSON object is needed here.");
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) {
        JsonNode value = member(name);
        if (!value.isString()) {
            throw refused(name, "must be text.");
        }
        return value.stringValue();
    }

    String text(String name, String usual) {
        return has(name) ? text(name) : usual;
    }

    int integer(String name, int usual) {
        return has(name) ? integer(name) : usual;
    }

    double number(String name, double usual) {
        return has(name) ? number(name) : usual;
    }

    boolean truth(String name, boolean usual) {
        return has(name) ? truth(name) : usual;
    }

    int integer(String name) {
        JsonNode value = member(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw refused(name, "must be a whole number.");
        }
        return value.intValue();
    }

    long longInteger(String name) {
        JsonNode value = member(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw refused(name, "must be a whole number.");
        }
        return value.longValue();
    }

    double number(String name) {
        JsonNode value = member(name);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw refused(name, "must be a number.");
        }
        return value.doubleValue();
    }

    boolean truth(String name) {
        JsonNode value = member(name);
        if (!value.isBoolean()) {
            throw refused(name, "must be true or false.");
        }
        return value.booleanValue();
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw refused(name, "must be one of " + List.of(type.getEnumConstants()) + ", not " + text + ".");
    }

    Fields object(String name) {
        return new Fields(member(name), inside(name), refusal);
    }

    /// Every element of an array, read as an object.
    <T> List<T> objects(String name, Function<Fields, T> reader) {
        JsonNode array = array(name);
        List<T> all = new ArrayList<>();
        for (JsonNode element : array) {
            Fields fields = new Fields(element, inside(name) + "[" + all.size() + "]", refusal);
            all.add(reader.apply(fields));
            fields.end();
        }
        return all;
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isString()) {
                throw refused(name, "must hold text.");
            }
            all.add(element.stringValue());
        }
        return all;
    }

    JsonNode array(String name) {
        JsonNode value = member(name);
        if (!value.isArray()) {
            throw refused(name, "must be an array.");
        }
        return value;
    }

    JsonNode member(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw refused(name, "is missing.");
        }
        read.add(name);
        return value;
    }

    /// Names of all members, in the order of the file; they then count as read.
    List<String> names() {
        List<String> names = List.copyOf(node.propertyNames());
        read.addAll(names);
        return names;
    }

    /// Refuses members that nothing has read.
    void end() {
        for (String name : node.propertyNames()) {
            if (!read.contains(name)) {
                throw refused(name, "is not known.");
            }
        }
    }

    CadenzaException refused(String name, String cause) {
        return refusal.of(inside(name), "\"" + name + "\" " + cause);
    }

    private String inside(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
