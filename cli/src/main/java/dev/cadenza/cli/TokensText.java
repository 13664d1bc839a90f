package dev.cadenza.cli;

import dev.cadenza.app.TokenList;
import dev.cadenza.corpus.ContextRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The tokens of a representation in words and as JSON.
final class TokensText {

    private TokensText() {
    }

    /// A line for each stretch of tokens of one kind.
    static List<String> lines(TokenList list) {
        List<String> names = list.tokens();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s%s: %,d tokens, %s, %d %s a quarter", list.representation(),
                list.of().equals(list.representation()) ? "" : " of " + list.of(), names.size(), width(list.width()),
                list.stepsPerQuarter(), list.stepsPerQuarter() == 1 ? "step" : "steps"));
        lines.add("Beside them: " + (list.context().isEmpty() ? "nothing" : String.join(", ", list.context().stream()
                .map(row -> row.name() + " (" + row.size() + " values" + (row.hint() ? ", a hint" : "") + ")").toList())));
        if (list.fits()) {
            lines.add("Training fits them to the music that is learnt from.");
        }
        for (int from = 0; from < names.size();) {
            int to = from + 1;
            while (to < names.size() && kind(names.get(to)).equals(kind(names.get(from)))) {
                to++;
            }
            lines.add(stretch(names, from, to));
            from = to;
        }
        return lines;
    }

    private static String width(int width) {
        return width == 1 ? "one a position" : width + " a position";
    }

    private static String stretch(List<String> names, int from, int to) {
        String numbers = to - from == 1 ? "" + from : from + ".." + (to - 1);
        String of = names.get(from) + (to - from == 1 ? "" : (to - from == 2 ? ", " : " .. ") + names.get(to - 1));
        return String.format(Locale.ROOT, "  %-12s%s%s", numbers, of, to - from < 3 ? "" : " (" + (to - from) + ")");
    }

    /// What names of one kind have in common: what stands before the last underscore, or before a number. Several joined by
    /// plus signs are a kind, and so are chords, which have a colon.
    private static String kind(String name) {
        if (name.indexOf('+') > 0) {
            return "+";
        }
        int underscore = name.lastIndexOf('_');
        if (underscore > 0) {
            return name.substring(0, underscore);
        }
        return name.indexOf(':') > 0 ? ":" : name.replaceFirst("\\d+$", "_");
    }

    static ObjectNode json(TokenList list) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("vocabulary", list.of()).put("representation", list.representation()).put("width", list.width())
                .put("stepsPerQuarter", list.stepsPerQuarter()).put("size", list.tokens().size()).put("fits", list.fits());
        ArrayNode context = json.putArray("context");
        for (ContextRow row : list.context()) {
            context.addObject().put("name", row.name()).put("size", row.size()).put("hint", row.hint());
        }
        ArrayNode tokens = json.putArray("tokens");
        for (int number = 0; number < list.tokens().size(); number++) {
            tokens.addObject().put("number", number).put("name", list.tokens().get(number));
        }
        return json;
    }
}
