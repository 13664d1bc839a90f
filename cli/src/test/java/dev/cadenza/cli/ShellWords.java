package dev.cadenza.cli;

import java.util.ArrayList;
import java.util.List;

/// The words that a shell makes of a line: quotes are taken off, and a comment, a pipe or a redirection ends it.
final class ShellWords {

    private ShellWords() {
    }

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean open = false;
        char quote = 0;
        for (char c : line.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                open = true;
            } else if (Character.isWhitespace(c)) {
                if (open) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                open = false;
            } else if (!open && (c == '#' || c == '|' || c == '>' || c == '&' || c == ';')) {
                return words;
            } else {
                word.append(c);
                open = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote stays open: " + line);
        }
        if (open) {
            words.add(word.toString());
        }
        return words;
    }
}
