package dev.cadenza.corpus.dataset;

import java.util.List;

/// Sequences of frames, split as published by Boulanger-Lewandowski et al. (2012): what likelihoods of the piano-roll
/// benchmarks are measured on.
///
/// @param name of the file without its ending: `JSB_Chorales`, `Nottingham`, `MuseData`, `Piano_midi`
/// @param train 229, 694, 524, 87 sequences in the published files
/// @param valid 76, 173, 135, 12
/// @param test 77, 170, 124, 25
public record RollSet(String name, List<Roll> train, List<Roll> valid, List<Roll> test) {

    /// The lowest key of a frame: the first of 88 columns.
    public static final int LOWEST = 21;

    /// The highest key of a frame.
    public static final int HIGHEST = 108;

    public RollSet {
        train = List.copyOf(train);
        valid = List.copyOf(valid);
        test = List.copyOf(test);
    }

    /// One sequence.
    ///
    /// @param frames the keys that sound in each frame as MIDI pitches, 21..108, descending; shared, not to be written to
    public record Roll(int[][] frames) {

        /// How many frames.
        public int length() {
            return frames.length;
        }
    }

    /// How many frames some sequences have in all.
    public static long frames(List<Roll> rolls) {
        return rolls.stream().mapToLong(Roll::length).sum();
    }
}
