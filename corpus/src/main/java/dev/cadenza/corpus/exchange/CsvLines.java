package dev.cadenza.corpus.exchange;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.util.ArrayList;
import java.util.List;

/// The records of a text of values that are divided by commas (RFC 4180), semicolons or tabs: whichever its first line has
/// most of. Fields may be quoted; line ends of all systems are known.
final class CsvLines {

    private static final int MAX_FIELDS = 1000;
    private static final int MAX_FIELD = 1 << 16;

    private final String text;
    private final Source source;
    private final char divider;
    private int at;
    private int line = 1;
    private int recordLine = 1;

    CsvLines(String text, Source source) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.source = source;
        this.divider = divider(this.text.lines().findFirst().orElse(""));
    }

    private static char divider(String head) {
        long commas = head.chars().filter(c -> c == ',').count();
        long semicolons = head.chars().filter(c -> c == ';').count();
        long tabs = head.chars().filter(c -> c == '\t').count();
        return commas >= semicolons && commas >= tabs ? ',' : semicolons >= tabs ? ';' : '\t';
    }

    /// The line on which the last record begins, from 1.
    Place place() {
        return new Place.Line(recordLine);
    }

    /// The next record; empty lines are passed over. An empty list at the end of the text.
    List<String> next() {
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            lineEnd();
        }
        recordLine = line;
        List<String> fields = new ArrayList<>();
        if (at == text.length()) {
            return fields;
        }
        while (true) {
            if (fields.size() == MAX_FIELDS) {
                throw refused("TOO_LARGE", "the line has more than " + MAX_FIELDS + " fields.");
            }
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at == text.length()) {
                return fields;
            }
            if (text.charAt(at) != divider) {
                lineEnd();
                return fields;
            }
            at++;
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != divider && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return bounded(text.substring(from, at));
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (true) {
            if (at == text.length()) {
                throw refused("OPEN_QUOTE", "a quoted field does not end.");
            }
            char c = text.charAt(at);
            if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append('"');
                at += 2;
            } else if (c == '"') {
                at++;
                break;
            } else if (c == '\n' || c == '\r') {
                field.append(c);
                lineEnd();
                if (c == '\r' && text.charAt(at - 1) == '\n') {
                    field.append('\n');
                }
            } else {
                field.append(c);
                at++;
            }
        }
        if (at < text.length() && text.charAt(at) != divider && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            throw refused("BAD_QUOTE", "something follows the quote that ends a field.");
        }
        return bounded(field.toString());
    }

    private String bounded(String field) {
        if (field.length() > MAX_FIELD) {
            throw refused("TOO_LARGE", "a field has more than " + MAX_FIELD + " characters.");
        }
        return field;
    }

    private void lineEnd() {
        boolean both = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        at += both ? 2 : 1;
        line++;
    }

    InputException refused(String code, String cause) {
        return source.refused(place(), code, cause, "docs/formats/notes-csv.md says what the columns are.");
    }
}
