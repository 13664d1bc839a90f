package dev.cadenza.score.notation;

import dev.cadenza.score.Mark;
import dev.cadenza.score.Meter;
import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import java.util.function.LongConsumer;

/// Units in which notation counts: so many a quarter note that every note value and triplet is a whole number of them.
///
/// @param resolution ticks a quarter
/// @param divisions units a quarter: 24, or 96 where a metre counts sixty-fourths or less; for a score that came from a page
///        so many that every tuplet of 3, 5, 7, 9, 11, 13 and 15 is a whole number of them
/// @param exact whether it came from a page: its times are not to be tidied
/// @param perDivision units that make one of those in which the file counts
record Grid(int resolution, int divisions, boolean exact, long perDivision) {

    private static final int PAGE = 256 * 3 * 3 * 5 * 7 * 11 * 13;
    private static final int FINEST_PLAIN = 64;
    private static final int COARSEST = 24;
    private static final int[] PARTS = {64, 3 * 64, 5 * 32, 7 * 32, 9 * 16, 11 * 16, 13 * 16, 15 * 16};

    /// As far may a tick be from where it is meant to be: ticks hold no tuplets of eleven.
    private static final double ROUNDED = 0.6;

    static Grid of(Score score) {
        if (score.parts().stream().anyMatch(part -> !part.notation().voices().isEmpty())) {
            return page(score);
        }
        boolean fine = score.meters().stream().anyMatch(meter -> meter.denominator() > 32);
        return new Grid(score.resolution(), fine ? 96 : 24, false, 1);
    }

    /// The file counts in the largest units that hold all that is written.
    private static Grid page(Score score) {
        Grid grid = new Grid(score.resolution(), PAGE, true, 1);
        long[] common = {PAGE / COARSEST};
        LongConsumer take = tick -> common[0] = gcd(grid.unit(tick), common[0]);
        for (Part part : score.parts()) {
            part.notes().forEach(note -> {
                take.accept(note.onset());
                take.accept(note.end());
            });
            part.notation().marks().forEach(mark -> {
                take.accept(mark.tick());
                if (mark instanceof Mark.Hairpin hairpin) {
                    take.accept(hairpin.end());
                }
            });
            part.controls().forEach(control -> take.accept(control.tick()));
        }
        // Bars of sixty-fourths end where no quarter of a quarter does.
        score.meters().forEach(meter -> common[0] = gcd(4L * PAGE / meter.denominator(), common[0]));
        score.chords().forEach(chord -> take.accept(chord.tick()));
        score.tempos().forEach(tempo -> take.accept(tempo.tick()));
        score.markers().forEach(marker -> take.accept(marker.tick()));
        return new Grid(score.resolution(), PAGE, true, common[0]);
    }

    private static long gcd(long a, long b) {
        return a == 0 ? b : gcd(b % a, a);
    }

    /// A length as the file states it.
    long written(long units) {
        return units / perDivision;
    }

    /// The shortest value written outside of tuplets: a thirty-second, a hundred-twenty-eighth on the fine grid, a 256th on
    /// that of a page.
    int shortest() {
        return exact ? divisions / FINEST_PLAIN : 3;
    }

    double exact(long tick) {
        return (double) tick * divisions / resolution;
    }

    /// The nearest unit.
    long unit(long tick) {
        return exact ? onPage(tick) : Math.round(exact(tick));
    }

    /// The nearest place of a plain value or tuplet, where ticks were rounded from one; else the nearest plain one.
    private long onPage(long tick) {
        double position = exact(tick);
        double tolerance = Math.min(ROUNDED / resolution, 1.0 / 960) * divisions;
        for (int parts : PARTS) {
            long step = divisions / parts;
            long near = Math.round(position / step) * step;
            if (Math.abs(near - position) <= tolerance) {
                return near;
            }
        }
        return Math.round(position / shortest()) * shortest();
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
