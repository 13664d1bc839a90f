package dev.cadenza.score;

/// Text from files and names of files, as it is shown to a person.
public final class Shown {

    private Shown() {
    }

    /// The text on one line, without what would command a terminal: control characters and marks that turn the direction of
    /// writing become `?`, line ends a blank.
    public static String text(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> shown.appendCodePoint(safe(point)));
        return shown.toString();
    }

    private static int safe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\r' || point == '\t' ? ' ' : '?';
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SURROGATE -> '?';
            case Character.FORMAT -> point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069 ? '?' : point;
            default -> point;
        };
    }
}
