package dev.cadenza.corpus;

import dev.cadenza.score.KeySignature;
import dev.cadenza.score.Mode;
import dev.cadenza.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The context rows that tokenizers share: keys and the way to the end.
final class Contexts {

    /// Not known, twelve major keys, twelve minor keys.
    static final int KEYS = 25;

    private Contexts() {
    }

    static int key(KeySignature signature) {
        return 1 + signature.tonic() + (signature.mode() == Mode.MINOR ? 12 : 0);
    }

    /// A key by its number, with the fewest accidentals; six sharps rather than six flats.
    static KeySignature signature(long tick, int key) {
        Mode mode = key > 12 ? Mode.MINOR : Mode.MAJOR;
        int relative = (key - 1) % 12 + (mode == Mode.MINOR ? 3 : 0);
        int fifths = Math.floorMod(relative * 7 + 5, 12) - 5;
        return new KeySignature(tick, fifths, mode);
    }

    /// The key in force at each step: as the score states it, or the likeliest where it states none.
    static int[] keys(Score score, Grid grid, int steps) {
        List<KeySignature> signatures = score.keys().isEmpty() ? Keys.likeliest(score).stream().toList() : score.keys();
        int[] row = new int[steps];
        for (KeySignature signature : signatures) {
            int start = Math.min(steps, grid.step(signature.tick()));
            Arrays.fill(row, start, steps, key(signature));
        }
        return row;
    }

    static List<KeySignature> signatures(TokenSequence sequence, int row, int stepsPerQuarter) {
        List<KeySignature> signatures = new ArrayList<>();
        int current = 0;
        for (int step = 0; step < sequence.steps(); step++) {
            int key = sequence.context(row, step);
            if (key != current && key != 0) {
                signatures.add(signature(Grid.tick(step, stepsPerQuarter), key));
                current = key;
            }
        }
        return signatures;
    }

    /// Values of a row that counts steps to the end: not known, `exact` steps, `quarters` further quarter notes.
    static int leftSize(int exact, int quarters) {
        return 1 + exact + quarters;
    }

    /// Steps to the end including each step itself: 1 for the last; the highest value means "that or more".
    static int[] left(int steps, int exact, int quarters, int stepsPerQuarter) {
        int[] row = new int[steps];
        for (int step = 0; step < steps; step++) {
            row[step] = counted(steps - step, exact, quarters, stepsPerQuarter);
        }
        return row;
    }

    /// Steps, the first `exact` one by one, then `quarters` further quarter notes, the last for all that is more.
    static int counted(int steps, int exact, int quarters, int stepsPerQuarter) {
        return steps <= exact ? steps : exact + Math.min(quarters, (steps - exact + stepsPerQuarter - 1) / stepsPerQuarter);
    }

    static int[] row(TokenSequence sequence, int row) {
        int[] values = new int[sequence.steps()];
        for (int step = 0; step < values.length; step++) {
            values[step] = sequence.context(row, step);
        }
        return values;
    }
}
