package dev.cadenza.corpus.store;

/// Stored bytes are not what was written. Whoever knows the file turns it into words for a person.
public final class DamagedException extends Exception {

    private static final long serialVersionUID = 1L;

    public DamagedException(String message) {
        super(message);
    }
}
