package dev.cadenza.bench.structure;

/// Splits data into two halves by name: one to choose parameters on, one to report on.
final class Halves {

    private Halves() {
    }

    /// Whether a piece is in the half for choosing: where the sum of `31 * sum + character` over its name, mixed, is even.
    static boolean forTuning(String name) {
        int hash = name.hashCode() * 0x9E3779B9;
        return (hash >>> 31) == 0;
    }
}
