package dev.cadenza.score.midi;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Place;
import dev.cadenza.score.Severity;
import java.util.ArrayList;
import java.util.List;

/// Collects what is found in one file. Memory stays small however many faults there are.
final class FaultLog {

    private static final int KEPT_PER_FAULT = 16;

    private final String source;
    private final Strictness strictness;
    private final List<Diagnostic> kept = new ArrayList<>(2);
    private int[] found = {};
    private long[] firstLeftOut = {};

    FaultLog(String source, Strictness strictness) {
        this.source = source;
        this.strictness = strictness;
    }

    /// Reports a fault that can be repaired.
    ///
    /// @throws InputException in strict mode
    void repaired(Fault fault, long offset) {
        if (strictness == Strictness.STRICT) {
            throw new InputException(source, new Place.ByteOffset(offset), fault.name(), fault.cause(),
                    "Read it without strict mode to have it repaired.");
        }
        add(Severity.ERROR, fault, offset);
    }

    /// Reports something that is allowed.
    void noted(Fault fault, long offset) {
        add(Severity.WARNING, fault, offset);
    }

    /// The exception for a fault that cannot be repaired.
    InputException refused(Fault fault, long offset, String remedy) {
        return refused(fault, offset, fault.cause(), remedy);
    }

    InputException refused(Fault fault, long offset, String cause, String remedy) {
        return new InputException(source, new Place.ByteOffset(offset), fault.name(), cause, remedy);
    }

    private void add(Severity severity, Fault fault, long offset) {
        if (found.length == 0) {
            found = new int[Fault.values().length];
            firstLeftOut = new long[found.length];
        }
        int before = found[fault.ordinal()]++;
        if (before < KEPT_PER_FAULT) {
            kept.add(new Diagnostic(severity, fault.name(), place(offset), fault.report()));
        } else if (before == KEPT_PER_FAULT) {
            firstLeftOut[fault.ordinal()] = offset;
        }
    }

    private static Place place(long offset) {
        return offset < 0 ? new Place.Nowhere() : new Place.ByteOffset(offset);
    }

    List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>(kept);
        for (int i = 0; i < found.length; i++) {
            if (found[i] > KEPT_PER_FAULT) {
                all.add(new Diagnostic(Severity.ERROR, Fault.values()[i].name(), place(firstLeftOut[i]),
                        "the same was found " + (found[i] - KEPT_PER_FAULT) + " times more from here on."));
            }
        }
        return all;
    }
}
