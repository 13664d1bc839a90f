package dev.cadenza.score.notation;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;

/// Units in which notation counts: so many a quarter note that every note value and triplet is a whole number of them.
///
/// @param resolution ticks a quarter
/// @param divisions units a quarter: 24, or 96 where a metre counts sixty-fourths or less
record Grid(int resolution, int divisions) {

    static Grid of(Score score) {
        boolean fine = score.meters().stream().anyMatch(meter -> meter.denominator() > 32);
        return new Grid(score.resolution(), fine ? 96 : 24);
    }

    /// The shortest value written: a thirty-second, or a hundred-twenty-eighth on the fine grid.
    int shortest() {
        return 3;
    }

    double exact(long tick) {
        return (double) tick * divisions / resolution;
    }

    /// The nearest unit.
    long unit(long tick) {
        return Math.round(exact(tick));
    }

    long barUnits(Meter meter) {
        return 4L * divisions * meter.numerator() / meter.denominator();
    }

    /// The beat within which values stay together.
    int beatUnits(Meter meter) {
        if (meter.denominator() >= 8) {
            int eighthOrLess = 4 * divisions / meter.denominator();
            return compound(meter) ? 3 * eighthOrLess : eighthOrLess;
        }
        return divisions;
    }

    static boolean compound(Meter meter) {
        return meter.denominator() >= 8 && meter.numerator() > 3 && meter.numerator() % 3 == 0;
    }
}
