package dev.cadenza.corpus;

import dev.cadenza.score.Meter;
import dev.cadenza.score.Score;
import java.util.List;

/// Bars of one metre from the first to the last, as a representation sees them whose tokens know no bars.
///
/// @param metre [Metres] number, 0 where it is not known or has none of its own
/// @param upbeat steps before the first bar line
record SteadyBars(int metre, int upbeat, int stepsPerQuarter) {

    /// As the first bar of a score says.
    static SteadyBars of(Score score, int stepsPerQuarter) {
        Bars first = Bars.of(score, new Grid(score.resolution(), stepsPerQuarter), 1);
        return from(first.metre()[0], first.position()[0], stepsPerQuarter);
    }

    static SteadyBars of(Plan plan, int stepsPerQuarter) {
        return plan.equals(Plan.OPEN) ? new SteadyBars(0, 0, stepsPerQuarter)
                : new SteadyBars(Metres.number(plan.meter()), plan.upbeat(), stepsPerQuarter);
    }

    /// @param position of the first step in its bar, from 1
    static SteadyBars from(int metre, int position, int stepsPerQuarter) {
        int bar = Metres.namedBarSteps(metre, stepsPerQuarter);
        return new SteadyBars(metre, position > 1 && bar > 0 ? bar - position + 1 : 0, stepsPerQuarter);
    }

    SteadyBars {
        int bar = Metres.namedBarSteps(metre, stepsPerQuarter);
        metre = bar == 0 ? 0 : metre;
        upbeat = bar == 0 ? 0 : upbeat % bar;
    }

    /// 1 for the first step of a bar; 0 where bars are not known.
    int position(int step) {
        return metre == 0 ? 0 : 1 + Math.floorMod(step - upbeat, bar());
    }

    /// Bars to the end with the running one; bars of four quarter notes where they are not known.
    int left(int step, int end) {
        int barEnd = step - Math.floorMod(step - upbeat, bar()) + bar();
        return 1 + Math.max(0, (end - barEnd + bar() - 1) / bar());
    }

    private int bar() {
        return metre == 0 ? 4 * stepsPerQuarter : Metres.namedBarSteps(metre, stepsPerQuarter);
    }

    /// The metres that say so.
    List<Meter> meters() {
        if (metre == 0) {
            return List.of();
        }
        Meter meter = Metres.ofLength(metre, 1, stepsPerQuarter);
        Meter after = new Meter(Grid.tick(upbeat, stepsPerQuarter), meter.numerator(), meter.denominator());
        return upbeat == 0 ? List.of(meter) : List.of(meter, after);
    }
}
