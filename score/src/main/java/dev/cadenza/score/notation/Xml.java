package dev.cadenza.score.notation;

import dev.cadenza.score.CadenzaException.RequestException;
import java.nio.charset.StandardCharsets;

/// XML text as it grows: indented, escaped, without characters that XML 1.0 forbids.
final class Xml {

    private static final int MAX_CHARS = 128 << 20;

    private final StringBuilder text = new StringBuilder(1 << 16).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    /// @param attributes names and values in turn
    void open(String element, String... attributes) {
        begin(element, attributes).append(">\n");
        depth++;
    }

    void close(String element) {
        depth--;
        indent().append("</").append(element).append(">\n");
    }

    void empty(String element, String... attributes) {
        begin(element, attributes).append("/>\n");
    }

    void text(String element, Object content, String... attributes) {
        begin(element, attributes).append('>').append(escaped(String.valueOf(content))).append("</").append(element)
                .append(">\n");
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private StringBuilder begin(String element, String... attributes) {
        if (text.length() > MAX_CHARS) {
            throw new RequestException("", "NOTATION_TOO_LARGE", "written out, the score has over 128 MB.",
                    "Cut it into pieces.");
        }
        indent().append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"").append(escaped(attributes[i + 1])).append('"');
        }
        return text;
    }

    private StringBuilder indent() {
        return text.repeat(' ', 2 * depth);
    }

    private static String escaped(String raw) {
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\t', '\n', '\r' -> safe.append(' ');
                default -> safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
