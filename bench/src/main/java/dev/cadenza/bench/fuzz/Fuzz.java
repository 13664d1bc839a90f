package dev.cadenza.bench.fuzz;

import dev.cadenza.score.CadenzaException;

/// What Jazzer calls, again and again: `bench/fuzz` says with which [Target].
public final class Fuzz {

    private static final Target TARGET = Target.named(System.getProperty("cadenza.fuzz", "midi"));

    private Fuzz() {
    }

    /// Reads one input.
    public static void fuzzerTestOneInput(byte[] bytes) {
        read(TARGET, bytes);
    }

    /// A refusal in Cadenza's own words is right, anything else that is thrown a find.
    static void read(Target target, byte[] bytes) {
        try {
            target.read(bytes);
        } catch (CadenzaException e) {
            Promises.said(e.getMessage());
        }
    }
}
