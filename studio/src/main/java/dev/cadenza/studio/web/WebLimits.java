package dev.cadenza.studio.web;

/// How much one may ask of the server.
///
/// @param connections at a time; further ones wait
/// @param idleMillis after which a connection on which nothing moves is closed
/// @param headerMillis within which the next request must be whole but for its body; more than a browser keeps connections for
/// @param bodyMillis within which a body must be whole
public record WebLimits(int connections, long idleMillis, long headerMillis, long bodyMillis) {

    /// Enough for a class with phones.
    public static final WebLimits USUAL = new WebLimits(512, 30_000, 30_000, 10_000);
}
