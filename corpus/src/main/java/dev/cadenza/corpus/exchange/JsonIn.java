package dev.cadenza.corpus.exchange;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON from its beginning to its end, with a limit for everything. Whatever is wrong names line and column.
final class JsonIn {

    /// The largest number that every program reads exactly.
    static final long LARGEST = (1L << 53) - 1;

    private static final int MAX_DEPTH = 12;
    private static final int MAX_TEXT = 1 << 20;
    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH).maxNumberLength(32).maxNameLength(64).maxStringLength(MAX_TEXT).build()).build();

    private final JsonParser parser;
    private final Source source;
    private final String what;
    private final int mostItems;
    private int items;

    private JsonIn(JsonParser parser, Source source, String what, int mostItems) {
        this.parser = parser;
        this.source = source;
        this.what = what;
        this.mostItems = mostItems;
    }

    /// Reads one value.
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonIn in);
    }

    /// Reads bytes that hold one value and nothing else.
    ///
    /// @param what it is, as in `a score of Cadenza`
    /// @param mostItems how many entries all its lists may have together
    static <T> T read(byte[] bytes, String name, String what, int mostItems, Reading<T> reading) {
        Source source = new Source(name);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            JsonIn in = new JsonIn(parser, source, what, mostItems);
            try {
                in.next();
                T value = reading.read(in);
                if (parser.nextToken() != null) {
                    throw in.refused("BAD_LAYOUT", "something follows where the file should end.");
                }
                return value;
            } catch (JacksonException e) {
                throw in.invalid(e);
            } catch (IllegalArgumentException e) {
                // What a record does not allow: its message says what and why.
                throw source.refused(in.place(), "BAD_VALUE", e.getMessage() + ".", in.remedy(), e);
            }
        } catch (JacksonException e) {
            throw source.refused("BAD_JSON", "the file is no JSON.", "Use an undamaged copy of it.");
        }
    }

    private InputException invalid(JacksonException e) {
        String told = e.getOriginalMessage().lines().findFirst().orElse("").replaceAll("\\s*\\(.*", "").strip();
        return source.refused(place(), "BAD_JSON", "the file is no valid JSON here"
                + (told.isEmpty() ? "" : " (" + told.substring(0, Math.min(told.length(), 150)) + ")") + ".", "Use an undamaged copy of it.", e);
    }

    private Place place() {
        var at = parser.currentTokenLocation();
        return new Place.LineColumn(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private String remedy() {
        return "The file should be " + what + ".";
    }

    InputException refused(String code, String cause) {
        return source.refused(place(), code, cause, remedy());
    }

    private JsonToken next() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw refused("TRUNCATED", "the file ends too early.");
        }
        return token;
    }

    private void expect(JsonToken wanted, String name) {
        if (parser.currentToken() != wanted) {
            throw refused("BAD_LAYOUT", "here should be " + name + ".");
        }
    }

    /// Reads an object field by field, in whatever order they come.
    ///
    /// @param fields all that are known; each is handed the reader at the field's value
    /// @param needed those that must be there
    void object(Map<String, Runnable> fields, Set<String> needed) {
        expect(JsonToken.START_OBJECT, "an object: {");
        Set<String> seen = new HashSet<>();
        while (next() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            Runnable reading = fields.get(field);
            if (reading == null) {
                throw refused("UNKNOWN_FIELD", "there is a field \"" + shown(field) + "\", which is not known here.");
            }
            if (!seen.add(field)) {
                throw refused("TWICE", "the field \"" + field + "\" stands here a second time.");
            }
            next();
            reading.run();
        }
        for (String field : needed.stream().sorted().toList()) {
            if (!seen.contains(field)) {
                throw refused("MISSING_FIELD", "the field \"" + field + "\" is missing.");
            }
        }
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    /// Reads a list entry by entry.
    void list(Runnable entry) {
        expect(JsonToken.START_ARRAY, "a list: [");
        while (next() != JsonToken.END_ARRAY) {
            if (++items > mostItems) {
                throw refused("TOO_LARGE", "the file has more than " + mostItems + " entries.");
            }
            entry.run();
        }
    }

    long number(long least, long most) {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        long value;
        try {
            value = parser.getLongValue();
        } catch (JacksonException e) {
            throw outOfRange(least, most);
        }
        if (value < least || value > most) {
            throw outOfRange(least, most);
        }
        return value;
    }

    private InputException outOfRange(long least, long most) {
        return refused("OUT_OF_RANGE", "the number is not between " + least + " and " + most + ".");
    }

    int number(int least, int most) {
        return (int) number((long) least, most);
    }

    String text() {
        expect(JsonToken.VALUE_STRING, "a text");
        return Text.wellFormed(parser.getString());
    }

    boolean flag() {
        if (parser.currentToken() != JsonToken.VALUE_TRUE && parser.currentToken() != JsonToken.VALUE_FALSE) {
            throw refused("BAD_LAYOUT", "here should be true or false.");
        }
        return parser.getBooleanValue();
    }

    /// One of the constants of an enum, by its name in small letters.
    private <E extends Enum<E>> E choice(Class<E> of, String name) {
        for (E one : of.getEnumConstants()) {
            if (JsonOut.name(one).equals(name)) {
                return one;
            }
        }
        throw refused("UNKNOWN_NAME", "\"" + shown(name.substring(0, Math.min(name.length(), 40))) + "\" is not known here.");
    }

    /// The text that says which format this is.
    void constant(String wanted) {
        String found = text();
        if (!found.equals(wanted)) {
            throw refused("OTHER_FORMAT", "the file says that it is \"" + shown(found.substring(0, Math.min(found.length(), 40)))
                    + "\".");
        }
    }

    /// The version of the format.
    void version(int newest) {
        long found = number(1L, Integer.MAX_VALUE);
        if (found > newest) {
            throw source.refused(place(), "NEWER_VERSION", "the file is of version " + found + ", and this program knows version "
                    + newest + ".", "Use a newer Cadenza, or have the file written in version " + newest + ".");
        }
    }

    /// An object of numbers, texts and lists of numbers.
    ///
    /// @param needed fields that must be there
    /// @param others fields that may be there
    void row(Set<String> needed, Set<String> others, Consumer<Row> taking) {
        Row row = new Row(this);
        expect(JsonToken.START_OBJECT, "an object: {");
        while (next() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            if (!needed.contains(field) && !others.contains(field)) {
                throw refused("UNKNOWN_FIELD", "there is a field \"" + shown(field) + "\", which is not known here.");
            }
            JsonToken token = next();
            Object value = switch (token) {
                case VALUE_NUMBER_INT -> number(-LARGEST, LARGEST);
                case VALUE_STRING -> text();
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case START_ARRAY -> numbers();
                default -> throw refused("BAD_LAYOUT", "here should be a number, a text or a list of numbers.");
            };
            if (row.values.put(field, value) != null) {
                throw refused("TWICE", "the field \"" + field + "\" stands here a second time.");
            }
        }
        for (String field : needed) {
            if (!row.values.containsKey(field)) {
                throw refused("MISSING_FIELD", "the field \"" + needed.stream().filter(name -> !row.values.containsKey(name)).sorted()
                        .findFirst().orElse(field) + "\" is missing.");
            }
        }
        taking.accept(row);
    }

    private List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        list(() -> numbers.add(number(Integer.MIN_VALUE, Integer.MAX_VALUE)));
        return numbers;
    }

    /// The fields of one object.
    static final class Row {

        private final JsonIn in;
        private final Map<String, Object> values = new HashMap<>();

        private Row(JsonIn in) {
            this.in = in;
        }

        boolean has(String field) {
            return values.containsKey(field);
        }

        long number(String field, long least, long most) {
            if (!(values.get(field) instanceof Long number)) {
                throw wrong(field, "a whole number");
            }
            if (number < least || number > most) {
                throw in.refused("OUT_OF_RANGE", "the field \"" + field + "\" is not between " + least + " and " + most + ".");
            }
            return number;
        }

        int number(String field, int least, int most) {
            return (int) number(field, (long) least, most);
        }

        String text(String field) {
            return values.get(field) instanceof String text ? text : fail(field, "a text");
        }

        boolean flag(String field) {
            return values.get(field) instanceof Boolean flag ? flag : fail(field, "true or false");
        }

        @SuppressWarnings("unchecked") // lists are of integers
        List<Integer> numbers(String field) {
            return values.get(field) instanceof List<?> list ? (List<Integer>) list : fail(field, "a list of numbers");
        }

        <E extends Enum<E>> E choice(String field, Class<E> of) {
            return in.choice(of, text(field));
        }

        private <T> T fail(String field, String wanted) {
            throw wrong(field, wanted);
        }

        private InputException wrong(String field, String wanted) {
            return in.refused("BAD_LAYOUT", "the field \"" + field + "\" should be " + wanted + ".");
        }
    }
}
