package dev.cadenza.corpus;

import dev.cadenza.score.Meter;
import java.util.List;
import java.util.Optional;

/// The metres a network is told by number, and bars counted in steps.
final class Metres {

    private static final List<Meter> NAMED = List.of(new Meter(0, 2, 4), new Meter(0, 3, 4), new Meter(0, 4, 4),
            new Meter(0, 2, 2), new Meter(0, 3, 8), new Meter(0, 6, 8), new Meter(0, 9, 8), new Meter(0, 12, 8),
            new Meter(0, 5, 4), new Meter(0, 7, 8));

    private static final List<Meter> HALVED = List.of(new Meter(0, 4, 4), new Meter(0, 2, 2), new Meter(0, 6, 8),
            new Meter(0, 12, 8));

    /// Any metre that has no number of its own.
    static final int OTHER = NAMED.size() + 1;

    /// Values of the metre row: not known, the named ones, any other.
    static final int SIZE = OTHER + 1;

    private Metres() {
    }

    /// 1 and up for a named metre, else [#OTHER].
    static int number(Meter meter) {
        int index = NAMED.indexOf(new Meter(0, meter.numerator(), meter.denominator()));
        return index < 0 ? OTHER : index + 1;
    }

    /// The metre with that number, if one has it.
    static Optional<Meter> named(int number) {
        return number < 1 || number >= OTHER ? Optional.empty() : Optional.of(NAMED.get(number - 1));
    }

    /// Steps of a bar. Where a bar does not fill whole steps (5/32 in sixteenths) it is rounded down, to 1 at least.
    static int barSteps(Meter meter, int stepsPerQuarter) {
        return Math.max(1, 4 * meter.numerator() * stepsPerQuarter / meter.denominator());
    }

    /// Steps since the last bar line, `steps` after a bar line.
    static int position(Meter meter, int stepsPerQuarter, int steps) {
        return steps % barSteps(meter, stepsPerQuarter);
    }

    /// Steps of a bar of the metre with that number; 0 where the number does not tell.
    static int namedBarSteps(int number, int stepsPerQuarter) {
        return number < 1 || number >= OTHER ? 0 : barSteps(NAMED.get(number - 1), stepsPerQuarter);
    }

    /// Steps for which an accompaniment usually keeps its chord: half a bar of the metre with that number, a whole bar where
    /// there are two or three beats or no halves, two quarters where the number does not tell.
    static int chordSteps(int number, int stepsPerQuarter) {
        int bar = namedBarSteps(number, stepsPerQuarter);
        return bar == 0 ? 2 * stepsPerQuarter : HALVED.contains(NAMED.get(number - 1)) && bar > 1 ? bar / 2 : bar;
    }

    /// A metre whose bar has `length` steps, in quarter notes where possible; a longer bar where there is none.
    ///
    /// @param number what is known of the metre: 0 nothing, [#OTHER] that it has no number
    static Meter ofLength(int number, int length, int stepsPerQuarter) {
        if (number > 0 && number < OTHER) {
            return NAMED.get(number - 1);
        }
        Meter longer = new Meter(0, 255, 1);
        for (int unit : new int[] {4, 8, 16, 32, 64, 128, 2, 1}) {
            int beats = (int) (((long) length * unit + 4L * stepsPerQuarter - 1) / (4L * stepsPerQuarter));
            if (beats < 1 || beats > 255) {
                continue;
            }
            Meter meter = new Meter(0, beats, unit);
            int bar = barSteps(meter, stepsPerQuarter);
            if (number == OTHER && number(meter) != OTHER) {
                continue;
            }
            if (bar == length) {
                return meter;
            }
            if (bar > length && bar < barSteps(longer, stepsPerQuarter)) {
                longer = meter;
            }
        }
        return longer;
    }
}
