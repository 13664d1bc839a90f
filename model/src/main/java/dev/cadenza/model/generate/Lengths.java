package dev.cadenza.model.generate;

import dev.cadenza.corpus.Tokenizer;
import dev.cadenza.score.CadenzaException.RequestException;
import dev.cadenza.score.Meter;

/// Lengths of bars and pieces in steps.
final class Lengths {

    static final int MOST_STEPS = 1 << 16;

    private Lengths() {
    }

    /// Steps of a bar.
    ///
    /// @throws RequestException where the grid of the model does not divide the bar
    static int barSteps(Tokenizer tokenizer, Meter meter) {
        int quarters = 4 * meter.numerator() * tokenizer.stepsPerQuarter();
        if (quarters % meter.denominator() != 0) {
            throw new RequestException("--meter", "METER_OFF_GRID", "bars of " + meter + " do not fit the grid of this model, "
                    + tokenizer.stepsPerQuarter() + " steps a quarter note.", "Choose another metre or another model.");
        }
        return quarters / meter.denominator();
    }

    static int checked(long steps) {
        if (steps > MOST_STEPS) {
            throw new RequestException("--bars", "TOO_LONG", "the whole music would have " + steps + " steps; at most " + MOST_STEPS
                    + " are made.", "Ask for fewer bars.");
        }
        return (int) steps;
    }
}
