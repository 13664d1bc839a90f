package dev.cadenza.score.structure;

import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.List;

/// A metre that is considered, in twelfths of a quarter note. Metres that differ in their notation alone (2/2 and 4/4, 4/8
/// and 2/4) are one.
///
/// @param beat length of a beat: a quarter, or three eighths
/// @param beats beats a bar
record MetreShape(int numerator, int denominator, int beat, int beats) {

    /// Those that are considered.
    static final List<MetreShape> ALL = List.of(
            new MetreShape(2, 4, 12, 2), new MetreShape(3, 4, 12, 3), new MetreShape(4, 4, 12, 4),
            new MetreShape(6, 8, 18, 2), new MetreShape(3, 8, 6, 3), new MetreShape(9, 8, 18, 3),
            new MetreShape(12, 8, 18, 4), new MetreShape(3, 2, 24, 3), new MetreShape(5, 4, 12, 5));

    /// Length of a bar.
    int bar() {
        return beat * beats;
    }

    double barQuarters() {
        return (double) bar() / Accents.PER_QUARTER;
    }

    /// Where bars may begin: at sixteenths.
    List<Integer> phases() {
        List<Integer> phases = new ArrayList<>();
        for (int phase = 0; phase < bar(); phase += Accents.PER_QUARTER / 4) {
            phases.add(phase);
        }
        return phases;
    }

    /// Whether a metre has these bars and these beats.
    boolean is(Meter meter) {
        boolean compound = meter.numerator() % 3 == 0 && meter.numerator() > 3;
        return 4.0 * meter.numerator() / meter.denominator() == barQuarters() && compound == (beat == 18);
    }

    /// This metre from a tick on.
    Meter at(long tick) {
        return new Meter(tick, numerator, denominator);
    }
}
