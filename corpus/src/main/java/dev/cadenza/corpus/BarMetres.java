package dev.cadenza.corpus;

import dev.cadenza.score.Meter;
import java.util.ArrayList;
import java.util.List;

/// The metres that can be written as tokens: every one over 2, 4, 8 or 16 whose bar lasts whole steps and at most six
/// quarter notes.
final class BarMetres {

    private static final int LONGEST_QUARTERS = 6;

    private final int stepsPerQuarter;
    private final List<Meter> meters = new ArrayList<>();
    private final int[] steps;

    BarMetres(int stepsPerQuarter) {
        this.stepsPerQuarter = stepsPerQuarter;
        for (int unit : new int[] {4, 8, 16, 2}) {
            for (int beats = 1; 4 * beats <= LONGEST_QUARTERS * unit; beats++) {
                if (4 * beats * stepsPerQuarter % unit == 0) {
                    meters.add(new Meter(0, beats, unit));
                }
            }
        }
        steps = meters.stream().mapToInt(meter -> Metres.barSteps(meter, stepsPerQuarter)).toArray();
    }

    int size() {
        return steps.length;
    }

    /// The metre with that number, at tick 0.
    Meter meter(int number) {
        return meters.get(number);
    }

    /// Steps of a bar of the metre with that number.
    int steps(int number) {
        return steps[number];
    }

    /// Steps of the longest bar.
    int longest() {
        return LONGEST_QUARTERS * stepsPerQuarter;
    }

    /// The number of a metre, or -1 where it cannot be written.
    int number(Meter meter) {
        return meters.indexOf(new Meter(0, meter.numerator(), meter.denominator()));
    }

    /// The bar, or the first part of the bar, with which a bar of a metre that cannot be written begins: the whole bar where
    /// it is short enough, else four quarter notes.
    ///
    /// @param length steps of the bar or of what is left of it
    /// @return steps
    int piece(int length) {
        return length <= longest() ? length : 4 * stepsPerQuarter;
    }

    /// The metre of a bar of `length` steps: in quarter notes where there is one, else the shortest that is longer.
    int ofLength(int length) {
        int best = -1;
        for (int number = 0; number < steps.length; number++) {
            if (steps[number] >= length && (best < 0 || steps[number] < steps[best])) {
                best = number;
            }
        }
        return best;
    }
}
