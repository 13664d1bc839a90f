package dev.cadenza.bench.structure;

import dev.cadenza.score.Meter;

/// Compares metres.
final class Metres {

    private Metres() {
    }

    /// Whether bars and beats are equally long; notation apart: 2/2 and 4/4, 4/8 and 2/4 are the same, 3/4 and 6/8 are not.
    static boolean same(Meter a, Meter b) {
        return sameBar(a, b) && compound(a) == compound(b);
    }

    static boolean sameBar(Meter a, Meter b) {
        return a.numerator() * b.denominator() == b.numerator() * a.denominator();
    }

    private static boolean compound(Meter meter) {
        return meter.numerator() % 3 == 0 && meter.numerator() > 3 && meter.denominator() >= 8;
    }
}
