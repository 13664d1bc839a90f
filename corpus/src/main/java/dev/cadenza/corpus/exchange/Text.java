package dev.cadenza.corpus.exchange;

/// Text of files.
final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {
    }

    /// The text with U+FFFD for halves of surrogate pairs, which no encoding has bytes for.
    static String wellFormed(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(point -> whole.appendCodePoint(
                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point));
        return whole.compareTo(new StringBuilder(text)) == 0 ? text : whole.toString();
    }
}
