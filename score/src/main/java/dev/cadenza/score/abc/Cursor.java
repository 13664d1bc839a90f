package dev.cadenza.score.abc;

/// A place in a line of music.
final class Cursor {

    private final String text;
    private final int line;
    private int at;

    Cursor(String text, int line) {
        this.text = text;
        this.line = line;
    }

    int line() {
        return line;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /// The next character; a line feed at the end.
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\n';
    }

    char next() {
        return text.charAt(at++);
    }

    boolean take(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /// How many of a character follow; they are taken.
    int takeAll(char wanted) {
        int count = 0;
        while (take(wanted)) {
            count++;
        }
        return count;
    }

    boolean atDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    /// The number that follows, no more than 1,000,000; -1 for none.
    int number() {
        int value = -1;
        while (atDigit()) {
            value = Math.min(1_000_000, 10 * Math.max(value, 0) + next() - '0');
        }
        return value;
    }

    /// Whether a character follows somewhere on this line.
    boolean hasAhead(char end) {
        return text.indexOf(end, at) >= 0;
    }

    /// What stands before a character, or the end of the line; the character is taken.
    String upTo(char end) {
        int found = text.indexOf(end, at);
        String before = text.substring(at, found < 0 ? text.length() : found);
        at = found < 0 ? text.length() : found + 1;
        return before;
    }

    /// Goes on where a text stands next, or at the end of the line.
    void skipTo(String wanted) {
        int found = text.indexOf(wanted, at);
        at = found < 0 ? text.length() : found;
    }
}
