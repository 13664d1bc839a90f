package dev.cadenza.score;

/// What is known about a piece; empty where the source does not say.
public record Metadata(String title, String composer, String copyright) {

    public static final Metadata NONE = new Metadata("", "", "");

    public static Metadata titled(String title) {
        return new Metadata(title, "", "");
    }
}
