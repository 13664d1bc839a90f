package dev.cadenza.corpus.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.io.JsonStringEncoder;

/// Writes JSON that people can read too: an object with a field a line, lists with an entry a line.
final class JsonOut {

    private static final JsonStringEncoder QUOTES = JsonStringEncoder.getInstance();

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean inRow;
    private boolean first = true;

    private JsonOut() {
    }

    /// The bytes of a file that holds one object.
    static byte[] write(Consumer<JsonOut> fields) {
        JsonOut json = new JsonOut();
        json.block(() -> fields.accept(json));
        return json.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The name of a constant in files: small letters, `-` between words.
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void block(Runnable fields) {
        out.append('{');
        depth++;
        first = true;
        fields.run();
        depth--;
        line();
        out.append('}');
    }

    private void line() {
        out.append('\n').repeat(' ', 2 * depth);
    }

    private void field(String name) {
        out.append(first ? "" : inRow ? ", " : ",");
        if (!inRow) {
            line();
        }
        first = false;
        out.append('"').append(name).append("\": ");
    }

    void number(String name, long value) {
        field(name);
        out.append(value);
    }

    void flag(String name, boolean value) {
        field(name);
        out.append(value);
    }

    void text(String name, String value) {
        field(name);
        out.append('"').append(QUOTES.quoteAsCharArray(Text.wellFormed(value))).append('"');
    }

    /// A list of numbers, in one line.
    void numbers(String name, List<Integer> values) {
        field(name);
        numbers(values);
    }

    private void numbers(List<Integer> values) {
        out.append('[');
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(values.get(i));
        }
        out.append(']');
    }

    /// A list of lists of numbers, one a line.
    void lists(String name, List<List<Integer>> values) {
        field(name);
        entries(values, this::numbers);
    }

    /// A list of objects of one line each.
    <T> void rows(String name, List<T> all, Consumer<T> fields) {
        field(name);
        entries(all, one -> {
            out.append('{');
            inRow = true;
            first = true;
            fields.accept(one);
            inRow = false;
            out.append('}');
        });
        first = false;
    }

    /// A list of objects with a field a line.
    <T> void blocks(String name, List<T> all, Consumer<T> fields) {
        field(name);
        entries(all, one -> block(() -> fields.accept(one)));
        first = false;
    }

    private <T> void entries(List<T> all, Consumer<T> entry) {
        out.append('[');
        depth++;
        for (int i = 0; i < all.size(); i++) {
            out.append(i == 0 ? "" : ",");
            line();
            entry.accept(all.get(i));
        }
        depth--;
        if (!all.isEmpty()) {
            line();
        }
        out.append(']');
    }
}
