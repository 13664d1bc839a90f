package dev.cadenza.corpus;

import dev.cadenza.score.Tempo;

/// Speeds that have tokens: ten an octave from 30 to 240 quarter notes a minute, in whole numbers.
final class Tempos {

    private static final int AN_OCTAVE = 10;
    private static final int OCTAVES = 3;
    private static final int SLOWEST = 30;

    static final int SIZE = OCTAVES * AN_OCTAVE + 1;

    private static final int[] BPM = new int[SIZE];

    /// The speed between each and the next, in microseconds a quarter note.
    private static final double[] SLOWER = new double[SIZE - 1];

    static {
        for (int number = 0; number < SIZE; number++) {
            BPM[number] = (int) StrictMath.round(SLOWEST * StrictMath.pow(2, (double) number / AN_OCTAVE));
        }
        for (int number = 0; number + 1 < SIZE; number++) {
            SLOWER[number] = 60_000_000 / Math.sqrt((double) BPM[number] * BPM[number + 1]);
        }
    }

    private Tempos() {
    }

    /// Quarter notes a minute.
    static int bpm(int number) {
        return BPM[number];
    }

    /// The nearest on a scale of equal ratios.
    static int number(int microsPerQuarter) {
        int number = 0;
        while (number < SLOWER.length && microsPerQuarter < SLOWER[number]) {
            number++;
        }
        return number;
    }

    static Tempo tempo(long tick, int number) {
        return Tempo.ofBpm(tick, BPM[number]);
    }
}
