package dev.cadenza.corpus;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.Score;

/// Musical time cut into equal steps: turns ticks of one score into steps.
///
/// @param resolution ticks a quarter of the score
/// @param stepsPerQuarter steps a quarter of the grid
record Grid(int resolution, int stepsPerQuarter) {

    /// Ticks a quarter of every score that is made from tokens; every supported grid divides it.
    static final int RESOLUTION = 480;

    /// Longest piece in steps: two days of music at four steps a quarter. A file can state a note a billion bars away.
    static final int MAX_STEPS = 1 << 20;

    /// The grid on a score, once its length is known to be sane.
    static Grid on(Score score, int stepsPerQuarter) {
        if (score.end() / score.resolution() >= MAX_STEPS / stepsPerQuarter) {
            throw new CadenzaException.RequestException(score.metadata().title(), "TOO_LONG",
                    "the music lasts " + score.end() / score.resolution() + " quarter notes; at most "
                            + MAX_STEPS / stepsPerQuarter + " can be read.",
                    "Cut it into shorter pieces, or check for a note far beyond the end.");
        }
        return new Grid(score.resolution(), stepsPerQuarter);
    }

    /// The step nearest to a tick; halves go up. Ticks beyond the longest piece give the step just beyond it.
    int step(long tick) {
        long capped = Math.min(tick, (long) resolution * (MAX_STEPS / stepsPerQuarter + 1));
        return (int) ((2 * capped * stepsPerQuarter + resolution) / (2L * resolution));
    }

    /// The tick of a step in scores made from tokens.
    static long tick(int step, int stepsPerQuarter) {
        return (long) step * RESOLUTION / stepsPerQuarter;
    }

    /// @throws IllegalArgumentException where steps would not fall on whole ticks
    static int checked(int stepsPerQuarter) {
        if (stepsPerQuarter < 1 || RESOLUTION % stepsPerQuarter != 0) {
            throw new IllegalArgumentException("steps per quarter must divide " + RESOLUTION + ", not " + stepsPerQuarter);
        }
        return stepsPerQuarter;
    }
}
