package dev.cadenza.corpus;

import java.util.Arrays;

/// The lengths of notes that have tokens: every number of steps up to two quarter notes, then every quarter of a quarter
/// note up to four, every half up to eight, every whole up to sixteen (each time one step at least).
final class Durations {

    private final int[] steps;
    private final int[] nearest;

    Durations(int stepsPerQuarter) {
        int[] values = new int[16 * stepsPerQuarter];
        int count = 0;
        int value = 0;
        while (value < 16 * stepsPerQuarter) {
            int unit = value < 2 * stepsPerQuarter ? 1 : value < 4 * stepsPerQuarter ? stepsPerQuarter / 4
                    : value < 8 * stepsPerQuarter ? stepsPerQuarter / 2 : stepsPerQuarter;
            value = Math.min(value + Math.max(1, unit), 16 * stepsPerQuarter);
            values[count++] = value;
        }
        steps = Arrays.copyOf(values, count);
        nearest = new int[value + 1];
        int number = 0;
        for (int length = 1; length <= value; length++) {
            while (number + 1 < count && 2 * length >= steps[number] + steps[number + 1]) {
                number++;
            }
            nearest[length] = number;
        }
    }

    int size() {
        return steps.length;
    }

    /// Length of the duration with that number.
    int steps(int number) {
        return steps[number];
    }

    /// The number of the length nearest to `length`, of equally near ones the longer, that is no longer than `most`.
    ///
    /// @param length steps, 1 or more
    /// @param most steps, 1 or more
    int number(int length, int most) {
        int number = nearest[Math.min(length, nearest.length - 1)];
        while (steps[number] > most) {
            number--;
        }
        return number;
    }
}
